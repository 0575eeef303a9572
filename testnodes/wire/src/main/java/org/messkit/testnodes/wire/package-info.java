// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What controller and TestNode say to each other: frames over a pair of streams, and the records in them. Histograms and
 * counters cross it, never single samples. Nothing that runs or judges may live here.
 */
package org.messkit.testnodes.wire;
