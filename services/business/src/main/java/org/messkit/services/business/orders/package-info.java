// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What the contract asks of orders once a technology has found their values: sums, rules, the line of a full answer. Nothing here knows
 * how the values were read. The generator of the expected answers, {@code usecases}, has rules of its own, so that a mistake here is seen.
 */
package org.messkit.services.business.orders;
