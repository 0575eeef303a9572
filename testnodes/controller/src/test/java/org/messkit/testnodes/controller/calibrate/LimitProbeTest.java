// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.calibrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.messkit.results.series.Interval;

class LimitProbeTest {
    @Test
    void whatASecondTestNodeTells() {
        assertTrue(words(1.01, 0.98, 1.04).endsWith("the TestNode is not the limit"));
        assertTrue(words(1.30, 1.21, 1.40).endsWith("add TestNodes, or give it more cores"));
        assertTrue(words(1.04, 0.98, 1.10).contains("not decided"));
        assertTrue(words(0.80, 0.75, 0.85).endsWith("the TestNode is not the limit"), "two are no better than one");
    }

    @Test
    void whatTheNullServiceTells() {
        Interval equal = new Interval(1, 0.99, 1.01);
        List<String> near = new LimitProbe.Result(800, 0.2, equal, true, Optional.of(1000.0)).words();
        assertTrue(near.get(1).contains("of which this is 80 %: near what the rig can do"), near.get(1));
        List<String> far = new LimitProbe.Result(300, 0.2, equal, true, Optional.of(1000.0)).words();
        assertTrue(far.get(1).contains("of which this is 30 %: the rig can do more"), far.get(1));
        assertEquals(
                1,
                new LimitProbe.Result(300, 0.2, equal, true, Optional.empty())
                        .words()
                        .size());
    }

    @Test
    void thatItIsTheServiceIsSaidOnlyWhereTheTestNodeIsNotTheLimit() {
        Interval equal = new Interval(1, 0.99, 1.01);
        assertFalse(blamesTheService(0.2, new Interval(1.30, 1.21, 1.40), true), "the TestNode is a limit");
        assertFalse(blamesTheService(0.2, new Interval(1.04, 0.98, 1.10), true), "not decided");
        assertFalse(blamesTheService(0.9, equal, false), "busy, and a second one had no cores of its own");
        assertTrue(blamesTheService(0.9, equal, true), "busy, but more cores do not help");
        assertTrue(blamesTheService(0.2, equal, false), "idle");
    }

    private static boolean blamesTheService(double busy, Interval second, boolean ownCores) {
        List<String> words = new LimitProbe.Result(300, busy, second, ownCores, Optional.of(1000.0)).words();
        boolean service = words.get(1).endsWith("so it is the service");
        assertEquals(service, words.get(0).endsWith("the TestNode is not the limit"), words.toString());
        return service;
    }

    private static String words(double ratio, double low, double high) {
        return new LimitProbe.Result(100, 0.2, new Interval(ratio, low, high), false, Optional.empty())
                .words()
                .get(0);
    }
}
