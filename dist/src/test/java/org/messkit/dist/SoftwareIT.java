// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.messkit.results.log.Outcome;
import org.messkit.results.log.Run;

/** A run whose classes change under it, or before it goes on. */
class SoftwareIT {
    @TempDir
    private Path folder;

    private Path rooms;
    private Path run;
    private Path scenario;

    @BeforeEach
    void plant() throws Exception {
        rooms = PlantedRoom.build(folder.resolve("rooms"), RightTechnology.class, "right");
        run = folder.resolve("run");
        scenario = Files.writeString(folder.resolve("two-forks.xml"), """
                <scenario xmlns="urn:messkit:scenario:1" name="two-forks" seed="1">
                  <services>null/right@pox</services><payload bytes="5000"/><closed concurrency="1 2 3"/>
                  <timing warmup="200ms" settle="100ms" window="1s" forks="2"/>
                  <limits other-work="accepted" compilers="accepted" ceiling="none"/>
                </scenario>
                """);
    }

    @Test
    void aRunEndsBeforeTheForkThatWouldBeOfAnotherSoftwareAndDoesNotGoOnWithIt() throws Exception {
        try (Kit kit = start("run", scenario.toString(), "--out", run.toString())) {
            kit.awaitCells(run, 1);
            change();
            assertEquals(5, kit.exitCode(), kit::outputOrNothing);
            assertTrue(kit.output().contains("the kit has changed while the run went on"), kit.output());
        }
        Run read = Kit.read(run);
        assertTrue(read.cells().stream().allMatch(cell -> cell.fork() == 1), "no fork of another software");
        assertTrue(read.cells().stream().anyMatch(cell -> cell.outcome() != Outcome.SKIPPED), "and the first is kept");
        try (Kit kit = start("run", "--resume", run.toString())) {
            assertEquals(5, kit.exitCode(), kit::outputOrNothing);
            assertTrue(
                    kit.output().contains("the run cannot go on here: the kit's contents (SHA-256) was"), kit.output());
        }
    }

    private Kit start(String... arguments) throws Exception {
        return Kit.start(folder, List.of("-Dmesskit.rooms=" + rooms), arguments);
    }

    /** As a rebuild does: the jar is another one, and works as well. */
    private void change() throws Exception {
        Path jar = rooms.resolve("right/lib/messkit-services-spi-0.1.0-SNAPSHOT.jar");
        try (FileSystem zip = FileSystems.newFileSystem(jar)) {
            Files.writeString(zip.getPath("changed.txt"), "changed");
        }
    }
}
