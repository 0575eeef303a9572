// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What every request must pass before a binding sees it, and how a refusal is worded, whatever the binding. Nothing of SOAP or of any one
 * technology may live here.
 */
package org.messkit.services.host.guard;
