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
 * @param cells those that nothing is wrong with, in the order of execution
 * @param plan what it was to do; empty of a run of format 1 or 2, and where the file is damaged
 * @param problems what is wrong with the folder's files; nothing of these files is in the other components
 */
public record Run(
        Path folder,
        RunInfo info,
        Optional<String> end,
        Environment environment,
        List<Cell> cells,
        Optional<RunPlan> plan,
        List<Problem> problems) {
    /** Copies. */
    public Run {
        cells = List.copyOf(cells);
        problems = List.copyOf(problems);
    }

    /** One that nothing is wrong with, and whose plan nobody asks for. */
    public Run(Path folder, RunInfo info, Optional<String> end, Environment environment, List<Cell> cells) {
        this(folder, info, end, environment, cells, Optional.empty(), List.of());
    }

    /** The same with other cells. */
    public Run with(List<Cell> others) {
        return new Run(folder, info, end, environment, others, plan, problems);
    }
}
