// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/** Pantry on a server process of BaseX, over its client. Nothing of another store may live here. */
package org.messkit.services.basexserver;
