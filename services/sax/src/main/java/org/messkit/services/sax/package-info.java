// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/**
 * SAX: Xerces calls while it reads, under SOAP also the envelope, and nothing of the message is kept but what the answer
 * needs. Nothing of another technology may live here.
 */
package org.messkit.services.sax;
