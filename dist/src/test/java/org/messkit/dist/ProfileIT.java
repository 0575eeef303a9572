// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.messkit.results.index.RunIndex;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Outcome;
import org.messkit.results.log.Run;
import org.messkit.results.log.RunReader;
import org.messkit.results.profile.ProfileIndex;

/** A profile of the smallest handler, whole. */
@Tag("slow")
@Tag("alone")
class ProfileIT {
    @TempDir
    private Path folder;

    @Test
    void aProfileNamesWhatTheHandlerDoes() throws Exception {
        Path profile = folder.resolve("profile");
        String[] command = {
            "profile",
            "null/baseline@pox",
            "--payload",
            "5000",
            "--forks",
            "1",
            "--warmup",
            "1s",
            "--window",
            "1s",
            "--out",
            profile.toString()
        };
        try (Kit kit = Kit.start(folder, List.of(), command)) {
            assertEquals(0, kit.exitCode(), kit::outputOrNothing);
        }
        ProfileIndex index = ProfileIndex.read(profile);
        assertEquals(1, index.subjects().size());
        ProfileIndex.Measured handler = index.subjects().get(0);
        assertTrue(handler.speed() > 0, handler.toString());
        // Its one buffer.
        assertTrue(
                handler.allocated().orElseThrow() >= 8_192, handler.allocated().toString());
        assertTrue(handler.percentiles().get(50.0) > 0, handler.percentiles().toString());
        String page = Files.readString(profile.resolve("report.html"));
        assertTrue(page.contains("org.messkit.services.baseline.NullHandler.answer"), page);
    }

    @Test
    void aServiceIsSampledInCellsOfARunThatEnterNoIndex() throws Exception {
        Path profile = folder.resolve("profile");
        String[] command = {
            "profile",
            "null/baseline@pox",
            "--payload=5000",
            "--forks=1",
            "--warmup=1s",
            "--window=1s",
            "--under-load",
            "--concurrency=1",
            "--out=" + profile
        };
        try (Kit kit = Kit.start(folder, List.of(), command)) {
            assertEquals(0, kit.exitCode(), kit::outputOrNothing);
        }
        ProfileIndex.Loaded load = ProfileIndex.read(profile).loads().get(0);
        assertEquals("", load.load().trouble());
        assertEquals(6, load.load().recordings().size());
        assertTrue(load.handlerShare() > 0 && load.handlerShare() < 1, "share " + load.handlerShare());
        Run run = RunReader.read(profile.resolve("profile-load"));
        assertEquals(13, run.cells().size());
        for (Cell cell : run.cells()) {
            assertEquals(Outcome.PROFILED, cell.outcome(), cell.reason());
            assertTrue(cell.figures().orElseThrow().total().reconcile());
        }
        assertEquals(List.of(), RunIndex.of(run).curves());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tv-dinner/basex@restxq |            | what answers tv-dinner/basex@restxq is a servlet, no handler",
                "null/baseline@pox      | --jvm=6    | there is no JVM '6', neither a path nor one of: ",
                "null/baseline@pox      | --concurrency=2 | --calibration and --concurrency are for --under-load",
                "null/baseline@pox      | --forks=0  | forks must be at least 1, got: 0",
                "pantry/h2@pox          |            | pantry/h2@pox is stateful"
            })
    void whatCannotBeProfiledIsSaidInOneLine(String pattern, String option, String why) throws Exception {
        String[] command =
                option == null ? new String[] {"profile", pattern} : new String[] {"profile", pattern, option};
        try (Kit kit = Kit.start(folder, List.of(), command)) {
            assertEquals(2, kit.exitCode(), kit::outputOrNothing);
            assertTrue(kit.output().startsWith(why), kit.output());
            assertEquals(1, kit.output().lines().count(), kit.output());
        }
    }
}
