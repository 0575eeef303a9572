// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.loads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.messkit.loads.OpenLoad.Arrivals;

class LoadKindsTest {
    private static final OpenLoad SHARE = new OpenLoad(
            Optional.empty(),
            Optional.of(0.8),
            Arrivals.POISSON,
            64,
            10_000,
            Duration.ZERO,
            Optional.of(Duration.ofSeconds(10)));

    @Test
    void everyKindIsNamedOnceAndHasAllPermittedTypes() {
        Set<Class<?>> types = Load.kinds().stream().map(Kind::type).collect(Collectors.toSet());
        assertEquals(Set.of(Load.class.getPermittedSubclasses()), types);
        Load.kinds().forEach(kind -> assertEquals(kind, Load.kind(kind.model())));
        assertThrows(IllegalArgumentException.class, () -> Load.kind("none"));
    }

    @Test
    void sharesOfNodesAreTogetherTheWhole() {
        assertEquals(List.of(new ClosedLoad(3), new ClosedLoad(2)), new ClosedLoad(5).shares(2));
        assertEquals(List.of(new ClosedLoad(1)), new ClosedLoad(1).shares(3), "a user cannot be shared");
        List<Load> open = OpenLoad.at(90, Arrivals.UNIFORM, 7).shares(3);
        assertEquals(7, open.stream().mapToInt(Load::concurrency).sum());
        assertEquals(
                90, open.stream().mapToDouble(load -> load.rate().orElseThrow()).sum(), 1e-9);
    }

    @Test
    void aShareOfThePeakIsARateOncePeakIsKnown() {
        assertTrue(SHARE.needsPeak());
        assertEquals("80 % of peak", SHARE.label());
        assertEquals(Optional.empty(), SHARE.asDriven(OptionalDouble.empty()));
        Load driven = SHARE.asDriven(OptionalDouble.of(5)).orElseThrow();
        assertEquals(Optional.of(4.0), driven.rate());
        assertEquals(20, driven.concurrency(), "no more connections than the rate uses within five seconds");
        assertEquals(Optional.of(new ClosedLoad(4)), new ClosedLoad(4).asDriven(OptionalDouble.empty()));
    }

    @Test
    void whatCannotBeDrivenIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new ClosedLoad(0));
        assertThrows(IllegalArgumentException.class, () -> OpenLoad.at(0, Arrivals.UNIFORM, 1));
        assertThrows(IllegalArgumentException.class, () -> OpenLoad.at(1, Arrivals.UNIFORM, 0));
        assertThrows(IllegalArgumentException.class, () -> SHARE.driver(Clock.SYSTEM, List.of(), 1));
    }
}
