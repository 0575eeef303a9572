// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/**
 * DOM: Xerces makes a tree of the whole message, under SOAP of the whole envelope, and every element of it is read. Nothing
 * of another technology may live here. Handlers begin alike, so that each shows whole what the technology asks of a developer.
 */
package org.messkit.services.dom;
