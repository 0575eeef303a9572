// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.dist;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that goes on is read by others, and written by none of them. */
class LiveRunIT {
    @TempDir
    private Path folder;

    @Test
    void readingARunDoesNotChangeItAndNobodyElseGoesOnWithIt() throws Exception {
        Path run = folder.resolve("run");
        Path scenario = Kit.scenario(folder, "null/baseline@pox", "1 2 3 4 5 6 7 8", "2s");
        try (Kit kit = Kit.start(folder, List.of(), "run", scenario.toString(), "--out", run.toString())) {
            kit.awaitCells(run, 2);
            byte[] before = Files.readAllBytes(run.resolve("run.xml"));
            String said = said(0, "report", run.toString());
            assertTrue(said.matches("(?s).*still going, \\d of 8 cells.*"), said);
            assertArrayEquals(before, Files.readAllBytes(run.resolve("run.xml")));
            assertFalse(Files.exists(run.resolve("report.html")));
            String refused = said(2, "run", "--share-machine", "--resume", run.toString());
            assertTrue(refused.contains("is going on in another process"), refused);
            kit.handle().destroyForcibly();
        }
        long onDisk;
        try (var files = Files.list(run.resolve("cells"))) {
            onDisk = files.filter(file -> file.toString().endsWith(".xml")).count();
        }
        said(0, "report", run.toString());
        assertEquals(onDisk, Kit.read(run).cells().size());
        assertTrue(Files.exists(run.resolve("report.html")));
    }

    private String said(int code, String... arguments) throws Exception {
        Path own = Files.createTempDirectory(folder, "other");
        try (Kit other = Kit.start(own, List.of(), arguments)) {
            assertEquals(code, other.exitCode(), other::outputOrNothing);
            return other.output();
        }
    }
}
