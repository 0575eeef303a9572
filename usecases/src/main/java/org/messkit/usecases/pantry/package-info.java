// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Pantry: purchase orders that are put in, fetched, found, changed and taken out. The generator of orders, what each user
 * asks in turn, and the model of what the store must hold live here; nothing of any store.
 */
package org.messkit.usecases.pantry;
