// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.messkit.results.index.forks.ForkModel;
import org.messkit.results.index.forks.Judgement;

/** Before and after a change. */
class ProfileComparisonTest {
    @Test
    void aChangeThatTheForksShowIsJudged() {
        ProfileComparison comparison = ProfileComparison.of(
                index("before", "buffet/dom@pox", stacks("number", 3, "parse", 1), 100, 101, 99),
                index("after", "buffet/dom@pox", stacks("number", 1, "parse", 1), 200, 202, 198));
        ProfileComparison.Pair pair = comparison.pairs().get(0);
        assertEquals(2, pair.ratio(), 1e-9);
        assertEquals(Judgement.Word.FASTER, pair.judgement().orElseThrow().word());
        // 7,500 µs of 10,000 before, 2,500 of 5,000 now.
        assertEquals(
                List.of("org.messkit.Planted.number", "2,500", "7,500", "-5,000"),
                comparison.sheets().get(1).rows().get(0));
    }

    @Test
    void forksThatLieApartTellNothing() {
        List<Stack> stacks = stacks("number", 1, "parse", 1);
        ProfileComparison comparison = ProfileComparison.of(
                index("before", "buffet/dom@pox", stacks, 100, 150, 70),
                index("after", "buffet/dom@pox", stacks, 110, 160, 80));
        assertEquals(
                Judgement.Word.NO_VERDICT,
                comparison.pairs().get(0).judgement().orElseThrow().word());
    }

    @Test
    void aSingleForkIsNotJudged() {
        List<Stack> stacks = stacks("number", 1, "parse", 1);
        ProfileComparison comparison = ProfileComparison.of(
                index("before", "buffet/dom@pox", stacks, 100), index("after", "buffet/dom@pox", stacks, 300));
        assertTrue(comparison.pairs().get(0).judgement().isEmpty());
        assertEquals(
                "not judged: a single fork",
                comparison.sheets().get(0).rows().get(0).get(6));
    }

    @Test
    void profilesOfDifferentHandlersHaveNothingInCommon() {
        List<Stack> stacks = stacks("number", 1, "parse", 1);
        String said = assertThrows(
                        IllegalArgumentException.class,
                        () -> ProfileComparison.of(
                                index("before", "buffet/dom@pox", stacks, 1),
                                index("after", "buffet/sax@pox", stacks, 1)))
                .getMessage();
        assertEquals("after against before: nothing to compare, no handler and payload in common", said);
    }

    private static List<Stack> stacks(String one, long weight, String other, long otherWeight) {
        return List.of(stack(one, weight), stack(other, otherWeight));
    }

    private static Stack stack(String method, long weight) {
        return new Stack(
                Stack.Kind.TIME,
                "worker",
                List.of(new Frame("org.messkit.Planted", method, Layer.APPLICATION)),
                "",
                weight);
    }

    private static ProfileIndex index(String id, String name, List<Stack> stacks, double... forks) {
        List<ForkModel.Observation> observations = new ArrayList<>();
        for (double speed : forks) {
            observations.add(new ForkModel.Observation(name, "", observations.size() + 1, speed));
        }
        Profile.Subject subject = new Profile.Subject(name, false, 1_000, "17", List.of(), "", "", "");
        ProfileIndex.Measured measured = new ProfileIndex.Measured(
                subject,
                name,
                Math.exp(DoubleStream.of(forks).map(Math::log).average().orElseThrow()),
                ForkModel.of(observations).mean(name, ""),
                OptionalDouble.empty(),
                Map.of(),
                0,
                stacks);
        return new ProfileIndex(
                new Profile(Profile.FORMAT, id, Map.of(), List.of(subject), List.of()), List.of(measured), List.of());
    }
}
