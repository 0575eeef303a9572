// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Woodstox, hardened, for every room that reads or writes with it. Nothing of use cases may live here, and no parser but Woodstox.
 */
package org.messkit.services.woodstox;
