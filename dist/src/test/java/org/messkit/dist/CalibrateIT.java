// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.messkit.loads.Load;
import org.messkit.results.log.Calibration;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Run;

/** Levels are searched, measured afresh, and taken by a scenario. */
@Tag("slow")
@Tag("alone")
class CalibrateIT {
    private static final String SERVICE = "null/synthetic@pox";

    @TempDir
    private Path folder;

    @Test
    void whatWasFoundIsMeasuredAndTakenByAScenario() throws Exception {
        Path out = folder.resolve("calibration");
        try (Kit kit = Kit.start(
                folder,
                List.of(),
                "calibrate",
                SERVICE,
                "--payload",
                "5kB",
                "--most",
                "16",
                "--warmup",
                "2s",
                "--window",
                "1s",
                "--other-work",
                "accepted",
                "--property",
                "messkit.synthetic.micros=5000",
                "--property",
                "messkit.synthetic.pool=4",
                "--out",
                out.toString())) {
            assertEquals(0, kit.exitCode(), kit::outputOrNothing);
        }
        Calibration calibration = Calibration.read(out.resolve(Calibration.FILE));
        Calibration.Range range = calibration.ranges().get(0);
        assertEquals(1, calibration.ranges().size());
        assertEquals(SERVICE, range.service());
        assertEquals(1, range.levels().get(0), range.levels().toString());
        assertTrue(range.levels().stream().anyMatch(n -> n >= 4), range.levels().toString());

        Run run = Kit.read(out);
        assertEquals(
                range.levels(),
                run.cells().stream()
                        .map(Cell::load)
                        .map(Load::concurrency)
                        .sorted()
                        .toList());
        List<String> search = Files.readAllLines(out.resolve("search.csv"));
        assertTrue(search.size() > 3 && search.get(1).startsWith(SERVICE + ",5000,1,"), search.toString());

        String planned = plan(0, "5000", out);
        String wanted = range.levels().stream().map(n -> n + " CR").collect(Collectors.joining("|"));
        assertEquals(
                range.levels().size(),
                planned.lines()
                        .filter(line -> line.matches(".*5000\\s+(" + wanted + ")"))
                        .count(),
                planned);
        String refused = plan(2, "6000", out);
        assertTrue(refused.contains("knows nothing of " + SERVICE + " with 6000 bytes"), refused);
    }

    private String plan(int exitCode, String bytes, Path out) throws IOException, InterruptedException {
        Path scenario = Files.writeString(
                folder.resolve("s.xml"),
                "<scenario xmlns='urn:messkit:scenario:1' name='s'><services>" + SERVICE + "</services><payload bytes='"
                        + bytes
                        + "'/><closed concurrency='calibrated' calibration='" + out.resolve(Calibration.FILE)
                        + "'/></scenario>");
        try (Kit kit = Kit.start(folder, List.of(), "plan", scenario.toString())) {
            assertEquals(exitCode, kit.exitCode(), kit::outputOrNothing);
            return kit.output();
        }
    }
}
