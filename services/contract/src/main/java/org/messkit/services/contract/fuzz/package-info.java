// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Jazzer on the handlers of a room: how it is started, and what it calls. No message that somebody thought of may live here.
 */
package org.messkit.services.contract.fuzz;
