// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.messkit.results.index.CurveIndex;
import org.messkit.results.log.Cell;

/**
 * Two curves of the same service and payload, one of each run. Of services on several JVMs the JVM must be the same; where one side has
 * none of that version, another update of the same release stands in, and it is said.
 */
record Match(CurveIndex baseline, CurveIndex run) {
    /** In the order of the baseline; a curve without a partner is in none. */
    static List<Match> of(List<CurveIndex> baseline, List<CurveIndex> run) {
        List<CurveIndex> left = new ArrayList<>(run);
        List<Match> matches = new ArrayList<>();
        for (CurveIndex old : baseline) {
            left.stream()
                    .filter(now -> same(old, now, (a, b) -> a.name().equals(b.name())))
                    .findFirst()
                    .ifPresent(now -> matches.add(new Match(old, now)));
        }
        matches.forEach(match -> left.remove(match.run()));
        List<CurveIndex> alone = new ArrayList<>(baseline);
        matches.forEach(match -> alone.remove(match.baseline()));
        for (CurveIndex old : alone) {
            List<CurveIndex> candidates =
                    left.stream().filter(now -> same(old, now, Match::updates)).toList();
            long rivals = alone.stream()
                    .filter(other -> same(old, other, Match::updates))
                    .count();
            // Of several updates of one release on a side none is more the partner than another.
            if (candidates.size() == 1 && rivals == 1) {
                matches.add(new Match(old, candidates.get(0)));
            }
        }
        return matches;
    }

    private static boolean same(CurveIndex one, CurveIndex other, BiPredicate<Cell.Service, Cell.Service> alike) {
        return alike.test(one.service(), other.service()) && one.payload().equals(other.payload());
    }

    private static boolean updates(Cell.Service one, Cell.Service other) {
        return SameRelease.isSame(one.name(), other.name());
    }

    /** That the two are not of the same JDK; empty where they are. */
    Optional<String> warning() {
        return jdk(run).filter(now -> !jdk(baseline).equals(Optional.of(now)))
                .map(now -> "the JDK of services differs: " + now + ", compared with "
                        + jdk(baseline).orElseThrow() + " in the baseline");
    }

    private static Optional<String> jdk(CurveIndex curve) {
        return SameRelease.jdk(curve.service().name());
    }
}
