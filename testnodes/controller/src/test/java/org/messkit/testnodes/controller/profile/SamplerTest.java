// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.messkit.results.index.table.Sheet;
import org.messkit.results.profile.Layers;
import org.messkit.results.profile.ProfileSheets;
import org.messkit.results.profile.Recording;
import org.messkit.results.profile.Stack;
import org.messkit.testnodes.controller.process.ChildProcess;
import org.messkit.testnodes.controller.process.Jvm;

/** What is slow is named, whichever profiler looks. */
class SamplerTest {
    private static final long RECORDED_MILLIS = 3_000;

    @TempDir
    private Path folder;

    @Test
    void plantedHotSpotsStandInTheFirstRows() throws Exception {
        Sampler sampler = Sampler.find(folder, Jvm.own());
        List<Stack> stacks = recorded(sampler);
        assertNamed(stacks, Stack.Kind.TIME, "Planted.concatenate");
        assertNamed(stacks, Stack.Kind.TIME, "Planted.storm");
        assertNamed(stacks, Stack.Kind.ALLOCATION, "Planted.storm");
        assertNamed(stacks, Stack.Kind.LOCK, "Planted.contend");
    }

    @Test
    void theFlightRecorderNamesThemToo() throws Exception {
        List<Stack> stacks = recorded(Sampler.flightRecorder());
        assertNamed(stacks, Stack.Kind.TIME, "Planted.concatenate");
        assertNamed(stacks, Stack.Kind.ALLOCATION, "Planted.storm");
        assertNamed(stacks, Stack.Kind.LOCK, "Planted.contend");
    }

    private List<Stack> recorded(Sampler sampler) throws Exception {
        Jvm jvm = Jvm.own();
        List<String> command = List.of(
                jvm.java().toString(),
                "-Xmx256m",
                "-XX:+UseParallelGC",
                "-cp",
                Path.of(Planted.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI())
                        .toString(),
                Planted.class.getName());
        Path recording = folder.resolve("planted.jfr");
        try (ChildProcess planted = ChildProcess.start(command, folder.resolve("planted.log"))) {
            assertEquals("running", firstLine(planted));
            sampler.start(planted.handle(), jvm, recording);
            Thread.sleep(RECORDED_MILLIS);
            sampler.stop(planted.handle(), jvm, recording);
        }
        return Recording.read(recording, Layers.of(Map.of()));
    }

    private static String firstLine(ChildProcess process) throws IOException {
        return new BufferedReader(new InputStreamReader(process.output(), StandardCharsets.UTF_8)).readLine();
    }

    private static void assertNamed(List<Stack> stacks, Stack.Kind kind, String method) {
        Sheet table = ProfileSheets.operations(stacks).stream()
                .filter(sheet -> sheet.title().endsWith(kind.label()))
                .findFirst()
                .orElseThrow();
        assertTrue(
                table.rows().stream().limit(3).anyMatch(row -> row.get(0).endsWith(method)),
                () -> method + " is not in the first rows of " + table);
    }
}
