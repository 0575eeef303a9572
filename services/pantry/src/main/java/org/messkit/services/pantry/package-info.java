// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The use case Pantry in front of any store: requests are read, the store is asked, answers are written, on Woodstox. Nothing of any one
 * store may live here.
 */
package org.messkit.services.pantry;
