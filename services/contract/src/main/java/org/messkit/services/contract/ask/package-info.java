// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/**
 * How a service is asked as its bindings would ask it, and what its room says that it serves. No message is made here, and no answer judged but
 * for being XML.
 */
package org.messkit.services.contract.ask;
