// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Statistics of a series of numbers in the order of time: outliers, warm-up, change points, intervals. Static functions on
 * {@code double[]} that know nothing of services or runs, so that the load engine and the judgement may share them.
 */
package org.messkit.results.series;
