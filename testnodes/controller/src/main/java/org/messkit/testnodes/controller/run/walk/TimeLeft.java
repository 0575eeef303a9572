// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run.walk;

import java.time.Duration;
import java.util.List;
import org.messkit.testnodes.controller.scenario.Plan;

/** What is left of a run's time: what is planned of it, and no more than its budget has. Not thread-safe. */
final class TimeLeft {
    private final Plan plan;
    private final long start;
    private Duration planned;

    /** Begins to count. A run that goes on has spent what was planned for what is done, not the time in which it lay still. */
    TimeLeft(Plan plan, List<Plan.Visit> toDo) {
        this.plan = plan;
        planned = plan.duration(toDo);
        start = System.nanoTime() - plan.duration().minus(planned).toNanos();
    }

    /** Since the run's start. */
    Duration spent() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** What is planned for all that has not passed. */
    Duration planned() {
        return planned;
    }

    /** Takes off what was planned for something, whatever it took. */
    void passed(Duration part) {
        planned = planned.minus(part);
    }

    /** Puts it at what was planned at an instant, for example after all of a visit. */
    void put(Duration known) {
        planned = known;
    }

    /** What a user may be told when some of it has passed that was not taken off. */
    Duration without(Duration part) {
        Duration rest = planned.minus(part);
        return plan.scenario()
                .budget()
                .time()
                .map(time -> time.minus(spent()))
                .filter(budget -> budget.compareTo(rest) < 0)
                .orElse(rest);
    }
}
