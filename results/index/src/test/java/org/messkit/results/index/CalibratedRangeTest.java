// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.messkit.results.log.Calibration;
import org.messkit.results.log.Run;

/** The law of the sample is known, so its knee is. */
class CalibratedRangeTest {
    private static final Run RUN = SampleRun.of(Path.of("unused"), "sample-1", 1, 1);

    @Test
    void theTrueKneeLiesInTheRange() {
        Calibration.Range jaxb = ranges(32).get(0);
        double peak = SampleRun.JAXB.greatestTps();
        int knee = IntStream.rangeClosed(1, 32)
                .filter(n -> SampleRun.JAXB.tps(n) >= 0.95 * peak)
                .findFirst()
                .orElseThrow();
        assertTrue(jaxb.from().orElseThrow() < knee && knee <= jaxb.to().orElseThrow(), knee + " in " + jaxb);
        assertTrue(
                jaxb.from().orElseThrow() <= jaxb.knee().orElseThrow()
                        && jaxb.knee().orElseThrow() <= jaxb.to().orElseThrow(),
                jaxb.toString());
    }

    @Test
    void whereTheTopWasNotReachedThereIsNoRange() {
        Calibration.Range jaxb = ranges(4).get(0);
        assertEquals(List.of(1, 2, 4), jaxb.levels());
        assertEquals(OptionalInt.empty(), jaxb.from());
        assertEquals(OptionalInt.empty(), jaxb.to());
        assertTrue(jaxb.knee().isEmpty());
    }

    private static List<Calibration.Range> ranges(int most) {
        return CalibratedRange.of(RunIndex.of(new Run(
                        RUN.folder(),
                        RUN.info(),
                        RUN.end(),
                        RUN.environment(),
                        RUN.cells().stream()
                                .filter(c -> c.load().concurrency() <= most)
                                .toList())))
                .ranges();
    }
}
