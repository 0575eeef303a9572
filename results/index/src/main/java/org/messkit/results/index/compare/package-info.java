// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Comparison of technologies within a run and of runs with a baseline: ratios cell by cell, judged as a family, and their
 * geometric mean.
 */
package org.messkit.results.index.compare;
