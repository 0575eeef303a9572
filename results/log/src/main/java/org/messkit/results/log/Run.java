// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.log;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A run as read from its folder.
 *
 * @param folder where it was read from
 * @param info what is true of all of it
 * @param end how it ended: {@code complete}, {@code interrupted}, {@code failed}; empty if it was never finished (a crash)
 * @param environment where it took place
 * @param cells in the order of execution
 */
public record Run(Path folder, RunInfo info, Optional<String> end, Environment environment, List<Cell> cells) {
    /** Copies. */
    public Run {
        cells = List.copyOf(cells);
    }
}
