// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.calibrate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.messkit.results.log.Calibration;
import org.messkit.results.log.Cell;
import org.messkit.services.spi.ServiceName;
import org.messkit.usecases.Payload;

class CalibratorTest {
    @Test
    void aDoubtGoesToTheRangeThatItIsOf() {
        ServiceName name = ServiceName.parse("buffet/dom@pox");
        List<Calibrator.Found> found = List.of(
                new Calibrator.Found(name, Payload.ofBytes(5000), List.of(1), Map.of(), Optional.empty()),
                new Calibrator.Found(name, Payload.ofBytes(9000), List.of(1), Map.of(), Optional.of("uncertain")));
        Calibration calibration = new Calibration(
                "calibrate-1",
                List.of(range("buffet/dom@pox", 5000), range("buffet/dom@pox", 9000), range("buffet/sax@pox", 9000)));
        assertEquals(
                List.of(Optional.empty(), Optional.of("uncertain"), Optional.empty()),
                Calibrator.doubted(calibration, found).ranges().stream()
                        .map(Calibration.Range::doubt)
                        .toList());
    }

    private static Calibration.Range range(String service, int bytes) {
        return new Calibration.Range(
                service,
                new Cell.Payload(bytes, 10, 4),
                List.of(1),
                OptionalInt.empty(),
                OptionalDouble.empty(),
                OptionalInt.empty(),
                1,
                100,
                "undecided");
    }
}
