// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.scenario;

import java.util.List;
import org.messkit.testnodes.controller.scenario.xml.Problem;

/** A scenario file with problems: all of them. */
public final class ScenarioException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** Makes one; at least one problem. */
    public ScenarioException(List<Problem> problems) {
        super(String.join(
                System.lineSeparator(), problems.stream().map(Problem::toString).toList()));
        this.problems = List.copyOf(problems);
    }

    /** In the order of the file. */
    public List<Problem> problems() {
        return problems;
    }
}
