// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index;

import org.messkit.results.index.curve.PayloadCurve;
import org.messkit.results.log.Cell;

/**
 * TPS over payload of one service, at one level of concurrency.
 *
 * @param answer what it answered with, {@code summary} or {@code full}
 */
public record PayloadIndex(Cell.Service service, String answer, PayloadCurve curve) {}
