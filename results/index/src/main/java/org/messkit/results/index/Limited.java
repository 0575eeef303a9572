// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index;

import org.messkit.results.index.curve.CurvePoint;
import org.messkit.results.index.verdict.Finding;

/**
 * A level at which the TestNode was the limit. What it shows is of the TestNode: it is judged, and enters no curve, law or cost.
 *
 * @param point what was seen
 * @param finding what it means
 */
public record Limited(CurvePoint point, Finding finding) {}
