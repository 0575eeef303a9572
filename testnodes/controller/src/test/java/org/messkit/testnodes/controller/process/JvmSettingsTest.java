// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class JvmSettingsTest {
    private static final Path JAVA = Path.of("jdk", "bin", "java");

    @Test
    void aPinnedJvmIsStartedByTaskset() {
        List<String> command = command(true);
        assertEquals(List.of("taskset", "-c", "2,5", JAVA.toString()), command.subList(0, 4));
    }

    @Test
    void aJvmThatIsNotPinnedStillBelievesInItsCores() {
        List<String> command = command(false);
        assertEquals(JAVA.toString(), command.get(0));
        assertTrue(command.contains("-XX:ActiveProcessorCount=2"), command.toString());
    }

    @Test
    void nothingIsLeftToTheJvmsChoice() {
        List<String> command = command(false);
        assertTrue(command.containsAll(List.of("-Xms512m", "-Xmx512m", "-XX:+UseG1GC", "-XX:+ExitOnOutOfMemoryError")));
    }

    @Test
    void optionsStandBeforeTheClassAndArgumentsAfterIt() {
        List<String> command = command(false);
        int main = command.indexOf("org.example.Main");
        assertEquals(List.of("-cp", "lib/*"), command.subList(main - 2, main));
        assertTrue(command.indexOf("-Dx=y") < main - 2);
        assertEquals(List.of("--port", "0"), command.subList(main + 1, command.size()));
    }

    @Test
    void chartsSayWhatItRanOn() {
        assertEquals("2 (pinned to 2,5)", settings(true).facts().get("cores"));
        assertEquals("2 (not pinned)", settings(false).facts().get("cores"));
        assertEquals("512m (min = max)", settings(false).facts().get("heap"));
        assertEquals("G1", settings(false).facts().get("collector"));
        assertFalse(settings(true).facts().containsValue(JAVA.toString()), "paths are nobody's business");
    }

    private static List<String> command(boolean pinned) {
        return settings(pinned).command("lib/*", "org.example.Main", List.of("-Dx=y"), List.of("--port", "0"));
    }

    private static JvmSettings settings(boolean pinned) {
        return new JvmSettings(JAVA, "512m", "G1", List.of(2, 5), pinned);
    }
}
