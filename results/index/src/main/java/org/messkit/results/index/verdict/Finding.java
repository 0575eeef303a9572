// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.verdict;

/**
 * A verdict with its reasons, for a reader who does not take the kit's word.
 *
 * @param rule the condition that held, with its limits
 * @param numbers what was measured
 * @param next what to do
 */
public record Finding(Verdict verdict, String rule, String numbers, String next) {}
