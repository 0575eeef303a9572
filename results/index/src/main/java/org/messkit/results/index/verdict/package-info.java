// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The what-if chart: what limits a service, by which rule, with which numbers, and what to do next. Undecided is a verdict: a
 * wrong one is worse than none.
 */
package org.messkit.results.index.verdict;
