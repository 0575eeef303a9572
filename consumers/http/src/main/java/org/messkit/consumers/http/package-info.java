// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The HTTP/1.1 exchange of the kit's consumers, and the clock around it: one request out, one whole answer in, over one
 * blocking socket. Nothing of use cases, JUnit or load may live here.
 */
package org.messkit.consumers.http;
