// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index;

import org.messkit.results.index.verdict.Finding;
import org.messkit.results.log.Cell;

/** A service and payload of which no level was measured, and why. */
public record Unmeasured(Cell.Service service, Cell.Payload payload, Finding finding) {}
