// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.log;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files' text, the same wherever the kit runs. */
class GoldenFilesTest {
    @TempDir
    Path temp;

    @ParameterizedTest
    @ValueSource(strings = {"und", "de-DE", "tr-TR"})
    void filesAreTheSameInEveryLocale(String locale) throws Exception {
        Path folder = Samples.in(locale, this::write);
        for (String file : List.of(
                "run.xml",
                "plan.xml",
                "cells/0001.xml",
                "cells/0004.xml",
                "environment.xml",
                "summary.csv",
                "summary.json")) {
            assertEquals(golden(file), Files.readString(folder.resolve(file)), file);
        }
        List<String> log = Files.readAllLines(folder.resolve("histograms.hlog"));
        assertEquals("#[StartTime: 1795428000.250 (seconds since epoch), 2026-11-23T10:00:00.250Z]", log.get(2));
    }

    @Test
    void writtenFilesHoldToTheirSchemas() throws IOException {
        Path folder = write();
        for (String file : List.of(
                "run.xml",
                "plan.xml",
                "cells/0001.xml",
                "cells/0002.xml",
                "cells/0003.xml",
                "cells/0004.xml",
                "environment.xml")) {
            String schema = file.startsWith("cells/") ? "cell" : file.replace(".xml", "");
            var xsd = GoldenFilesTest.class.getResource("/org/messkit/schemas/run/" + schema + ".xsd");
            assertDoesNotThrow(
                    () -> SchemaFactory.newDefaultInstance()
                            .newSchema(xsd)
                            .newValidator()
                            .validate(new StreamSource(folder.resolve(file).toFile())),
                    file);
        }
    }

    private Path write() throws IOException {
        Path folder = temp.resolve("run");
        List<Cell> cells = List.of(Samples.measured(1), Samples.idle(2), Samples.skipped(3), Samples.open(4));
        try (RunWriter run = Samples.run(folder, cells)) {
            run.environment(Samples.environment());
            for (Cell cell : cells) {
                run.cell(cell);
            }
            run.finish("complete");
        }
        return folder;
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = GoldenFilesTest.class.getResourceAsStream(name.replace("cells/", "cell-"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
