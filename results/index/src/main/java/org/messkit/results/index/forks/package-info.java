// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Variation between forks, and what may be said in spite of it: intervals, ratios, families of claims. Numbers in, numbers out:
 * where a figure comes from may not be known here.
 */
package org.messkit.results.index.forks;
