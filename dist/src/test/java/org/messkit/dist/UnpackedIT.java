// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.messkit.results.log.Cell;

/**
 * The zip as its user has it: no checkout around it, blanks and umlauts in its path, and a locale that knows ASCII alone. What has
 * that path in it is done by a shell, since this JVM may be in such a locale itself.
 */
class UnpackedIT {
    private static final String IN_FOLDER = "cd \"$FOLDER\"/$(printf 'K\\303\\274che*') && ";

    @TempDir
    private Path folder;

    @BeforeEach
    void unpack() throws Exception {
        Path jar = Path.of(System.getProperty("java.home"), "bin", "jar");
        shell("cd \"$FOLDER\" && mkdir \"$(printf 'K\\303\\274che mit B\\303\\274fett')\"");
        shell(IN_FOLDER + "LC_ALL=C.UTF-8 '" + jar + "' xf '" + System.getProperty("messkit.zip")
                + "' && mv messkit-* kit");
    }

    @Test
    void itListsTheServicesThatTheBuildHas() throws Exception {
        String unpacked = messkit("list services");
        try (Kit kit = Kit.start(folder, List.of(), "list", "services")) {
            assertEquals(0, kit.exitCode(), kit::outputOrNothing);
            assertEquals(kit.output(), unpacked);
        }
    }

    @Test
    void everyJarThatARoomNamesIsInTheZip() throws Exception {
        List<String> missing = new ArrayList<>();
        try (ZipFile zip = new ZipFile(System.getProperty("messkit.zip"));
                var rooms = Files.newDirectoryStream(Kit.home().resolve("rooms"), "*")) {
            Set<String> entries = zip.stream()
                    .map(entry -> entry.getName().replaceFirst("^messkit-[^/]*/", ""))
                    .collect(Collectors.toSet());
            for (Path room : rooms) {
                if (Files.exists(room.resolve("technology.properties"))) {
                    PlantedRoom.jars(room.getFileName().toString()).stream()
                            .map(jar -> Kit.home().relativize(jar).toString())
                            .filter(jar -> !entries.contains(jar))
                            .forEach(missing::add);
                }
            }
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void aScenarioRunsAndItsRunGoesBelowTheWorkingFolder() throws Exception {
        Path scenario = Kit.scenario(folder, "tv-dinner/jaxb@soap11", "1", "500ms");
        shell(IN_FOLDER + "cp '" + scenario + "' 'mein Szenario.xml'");
        messkit("run 'mein Szenario.xml'");
        shell(IN_FOLDER + "mv results/runs/it-* \"$FOLDER/run\"");
        Path run = folder.resolve("run");
        List<Cell> cells = Kit.read(run).cells();
        assertEquals(1, cells.size());
        cells.forEach(cell -> assertTrue(Kit.holds(cell), () -> cell.outcome() + ": " + cell.reason()));
        assertTrue(Files.size(run.resolve("report.html")) > 0);
    }

    /** Runs the unpacked kit and returns what it says; cells that only the TestNode limits are well enough here. */
    private String messkit(String arguments) throws Exception {
        return shell(IN_FOLDER + "sh kit/bin/messkit " + arguments + " || [ $? -eq 4 ]");
    }

    private String shell(String script) throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", script).redirectErrorStream(true);
        shell.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.startsWith("MESSKIT_"));
        shell.environment()
                .putAll(Map.of(
                        "LANG",
                        "C",
                        "FOLDER",
                        folder.toString(),
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        "MESSKIT_OPTS",
                        "-Dmesskit.lock=" + folder.resolve("lock")));
        Path said = folder.resolve("shell.txt");
        int code = shell.redirectOutput(said.toFile()).start().waitFor();
        String text = Files.readString(said);
        assertEquals(0, code, text);
        return text;
    }
}
