// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.log;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrationTest {
    private static final Calibration.Range SURE = new Calibration.Range(
            "a/b@pox",
            new Cell.Payload(5_000, 100, 8),
            List.of(1, 4, 8),
            OptionalInt.of(4),
            OptionalDouble.of(4.5),
            OptionalInt.of(8),
            8,
            812.5,
            "server-bound: CPU");

    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenIsReadAndHoldsToTheSchema() throws IOException {
        Calibration calibration = new Calibration(
                "calibrate-1", List.of(SURE, SURE.doubted(Optional.of("the knee is uncertain, at CR 4.5 & at 9"))));
        Path file = folder.resolve(Calibration.FILE);
        calibration.write(file);
        assertEquals(calibration, Calibration.read(file));
        var xsd = CalibrationTest.class.getResource("/org/messkit/schemas/run/calibration.xsd");
        assertDoesNotThrow(() -> SchemaFactory.newDefaultInstance()
                .newSchema(xsd)
                .newValidator()
                .validate(new StreamSource(file.toFile())));
    }

    @Test
    void aFileFromBeforeDoubtsWereWrittenHasNone() throws IOException {
        Path file = folder.resolve(Calibration.FILE);
        new Calibration("calibrate-1", List.of(SURE)).write(file);
        assertFalse(Files.readString(file).contains("doubt"));
        assertEquals(Optional.empty(), Calibration.read(file).ranges().get(0).doubt());
    }
}
