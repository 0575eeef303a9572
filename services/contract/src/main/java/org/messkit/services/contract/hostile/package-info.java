// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Messages and requests that must not be answered, and a host that they are sent to. Nothing that is right may live here.
 */
package org.messkit.services.contract.hostile;
