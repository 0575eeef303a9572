// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/** Pantry on BaseX within the service's own process. Nothing of another store may live here. */
package org.messkit.services.storebasex;
