// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The admin port, and what is counted and looked at for it while requests are served. Nothing here may read or change a request.
 */
package org.messkit.services.host.admin;
