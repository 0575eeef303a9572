// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The TestNode process: takes orders over its standard input, runs test cases as load, ships counts and histograms over its
 * standard output. What a run consists of may not be known here.
 */
package org.messkit.testnodes.node;
