// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Laws of throughput over concurrency, their fit to measured levels and the choice between them. Numbers in, numbers out: where
 * a curve comes from may not be known here.
 */
package org.messkit.results.index.law;
