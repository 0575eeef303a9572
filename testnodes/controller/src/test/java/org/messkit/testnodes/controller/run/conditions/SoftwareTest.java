// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run.conditions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoftwareTest {
    @TempDir
    private Path kit;

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(kit.resolve("rooms/stax/lib"));
        Files.writeString(kit.resolve("rooms/stax/lib/a.jar"), "one");
        Files.writeString(kit.resolve("rooms/stax/lib/b.jar"), "two");
    }

    @Test
    void contentsAreTheNameWhereverTheyLie() throws IOException {
        Path other = Files.createDirectories(kit.resolve("elsewhere/stax/lib"));
        Files.writeString(other.resolve("a.jar"), "one");
        Files.writeString(other.resolve("b.jar"), "two");
        assertEquals(
                rooms().contents(),
                Software.of(List.of(kit.resolve("elsewhere"))).contents());
        Files.writeString(other.resolve("b.jar"), "new");
        assertNotEquals(
                rooms().contents(),
                Software.of(List.of(kit.resolve("elsewhere"))).contents());
    }

    @Test
    void aFileThatIsWrittenAnewWithTheSameContentsHasNotChanged() throws IOException {
        Software software = rooms();
        Path jar = kit.resolve("rooms/stax/lib/a.jar");
        Files.setLastModifiedTime(jar, FileTime.fromMillis(1));
        software.prove();
    }

    @Test
    void whatChangesIsNamed() throws IOException {
        Software software = rooms();
        software.prove();
        Path jar = kit.resolve("rooms/stax/lib/a.jar");
        Files.writeString(jar, "changed");
        refused(software, "the kit has changed", jar);
        Files.delete(jar);
        refused(software, "the kit is gone", jar);
        Files.writeString(jar, "one");
        software.prove();
        refused(software, "the kit is new", Files.writeString(kit.resolve("rooms/stax/lib/c.jar"), "three"));
    }

    @Test
    void programsThatAStoreHasUnpackedAreNoneOfIt() throws IOException {
        Software software = rooms();
        Path program = Files.createDirectories(kit.resolve("rooms/shared/postgres/bin"));
        Files.writeString(program.resolve("postgres"), "a program");
        software.prove();
    }

    private Software rooms() throws IOException {
        return Software.of(List.of(kit.resolve("rooms"), kit.resolve("not-there")));
    }

    private static void refused(Software software, String how, Path file) {
        String message = assertThrows(IOException.class, software::prove).getMessage();
        assertTrue(message.startsWith(how) && message.contains(file.toString()), message);
    }
}
