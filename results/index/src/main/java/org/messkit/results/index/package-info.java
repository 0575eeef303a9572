// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The judgement of a run: its cells become curves, curves get a reading, a law, a verdict and a price. Pure functions of what a
 * run folder holds; how they are shown may not live here.
 */
package org.messkit.results.index;
