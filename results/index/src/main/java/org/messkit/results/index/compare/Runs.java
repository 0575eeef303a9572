// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.messkit.results.index.CurveIndex;
import org.messkit.results.index.PerformanceIndex;
import org.messkit.results.index.RunIndex;
import org.messkit.results.index.curve.CurvePoint;
import org.messkit.results.log.Environment;
import org.messkit.results.log.Rules;
import org.messkit.results.log.Run;

/** Runs against a baseline: the same service, payload and level in both. Last year's run is a baseline like any other. */
public final class Runs {
    /** Differs between any two runs. */
    private static final Set<String> EXPECTED =
            Set.of("order", "load average at start", "Performance Index", "Performance Index, spread");

    private static final String DURABILITY = "durability";

    private Runs() {}

    /**
     * Compares a run with its baseline.
     *
     * @throws IllegalArgumentException if they have no cell in common, or their stores promise different things, in one line for the user
     */
    public static Comparison of(RunIndex baseline, RunIndex run) {
        requireOneDurability(baseline.run(), run.run());
        List<Match> matches = Match.of(baseline.curves(), run.curves());
        List<Pair> pairs = new ArrayList<>();
        for (Match match : matches) {
            CurveIndex old = match.baseline();
            CurveIndex now = match.run();
            now.curve().points().forEach(p -> old.curve()
                    .at(p.concurrency())
                    .ifPresent(q -> pairs.add(new Pair(
                            side(run, now, p),
                            side(baseline, old, q),
                            now.payload(),
                            p.concurrency(),
                            Optional.empty()))));
        }
        String title =
                run.run().info().id() + " against " + baseline.run().info().id();
        if (pairs.isEmpty()) {
            throw new IllegalArgumentException(title
                    + ": nothing to compare, no measured cell has service, payload, load model and level in common");
        }
        List<String> warnings = new ArrayList<>();
        for (RunIndex index : List.of(run, baseline)) {
            index.run()
                    .problems()
                    .forEach(problem -> warnings.add(
                            "in no figure of " + index.run().info().id() + ", since it is damaged: " + problem.text()));
        }
        matches.stream().flatMap(match -> match.warning().stream()).distinct().forEach(warnings::add);
        alone(baseline, pairs.size()).ifPresent(warnings::add);
        alone(run, pairs.size()).ifPresent(warnings::add);
        warnings.addAll(warnings(baseline.run(), run.run()));
        return Comparison.of(title, pairs, warnings, speed(baseline.run(), run.run()));
    }

    /** A store that promises less does less: such figures are not of the same work. */
    private static void requireOneDurability(Run baseline, Run run) {
        String before = baseline.info().settings().get(DURABILITY);
        String now = run.info().settings().get(DURABILITY);
        if (before != null && now != null && !before.equals(now)) {
            throw new IllegalArgumentException(
                    run.info().id() + " against " + baseline.info().id() + ": durability is " + now
                            + ", in the baseline " + before + ", so their figures do not compare");
        }
    }

    /** The baseline stands second. */
    private static OptionalDouble speed(Run baseline, Run run) {
        OptionalDouble before = PerformanceIndex.of(baseline);
        OptionalDouble now = PerformanceIndex.of(run);
        if (before.isEmpty() || now.isEmpty()) {
            return OptionalDouble.empty();
        }
        double speed = now.getAsDouble() / before.getAsDouble();
        return Math.abs(speed - 1) <= Rules.SAME_SPEED.value() ? OptionalDouble.empty() : OptionalDouble.of(speed);
    }

    /** A cell that only one run has measured must not vanish unsaid. */
    private static Optional<String> alone(RunIndex index, int pairs) {
        int cells =
                index.curves().stream().mapToInt(c -> c.curve().points().size()).sum();
        return cells == pairs
                ? Optional.empty()
                : Optional.of("left out, since the other run has not measured them: " + (cells - pairs) + " of " + cells
                        + " measured cells of " + index.run().info().id());
    }

    private static Pair.Side side(RunIndex index, CurveIndex curve, CurvePoint point) {
        return Pair.Side.of(
                curve.service().name() + " in " + index.run().info().id(),
                point,
                index.mean(curve, point.concurrency()));
    }

    /** Conditions, machines and versions that differ. A ratio is then of these and of the service together. */
    private static List<String> warnings(Run baseline, Run run) {
        Map<String, String> before = facts(baseline);
        Map<String, String> after = facts(run);
        Set<String> names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        List<String> warnings = new ArrayList<>();
        for (String name : names) {
            String was = before.getOrDefault(name, "not recorded");
            String is = after.getOrDefault(name, "not recorded");
            if (!was.equals(is)) {
                warnings.add(name + " differs: " + is + ", in the baseline: " + was);
            }
        }
        return warnings;
    }

    private static Map<String, String> facts(Run run) {
        Map<String, String> facts = new LinkedHashMap<>();
        run.info().settings().forEach((name, value) -> put(facts, "", name, value));
        for (Environment.Group group : run.environment().groups()) {
            group.facts().forEach(fact -> put(facts, group.name() + ": ", fact.name(), fact.value()));
        }
        return facts;
    }

    private static void put(Map<String, String> facts, String group, String name, String value) {
        if (!EXPECTED.contains(name)) {
            facts.put(group + name, value);
        }
    }
}
