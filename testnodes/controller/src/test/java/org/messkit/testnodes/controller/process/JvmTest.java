// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JVMs by the names that users give them. */
class JvmTest {
    private static final Path HOME = Path.of(System.getProperty("java.home"));

    @Test
    void aReleaseNamesTheOwnJvmFirst() {
        Jvm named = Jvm.named(Integer.toString(Runtime.version().feature()));
        assertEquals(Jvm.own(), named);
        assertEquals(Jvm.own(), Jvm.named(Jvm.own().version()));
    }

    @Test
    void aJdksFolderAndItsProgramNameIt() {
        assertEquals(HOME.resolve("bin/java"), Jvm.named(HOME.toString()).java());
        Jvm byProgram = Jvm.named(HOME.resolve("bin/java").toString());
        assertTrue(Files.isExecutable(byProgram.java()), byProgram.toString());
        assertEquals(Jvm.own().version(), byProgram.version());
    }

    @Test
    void whatIsNoneIsSaid(@TempDir Path empty) {
        String said = assertThrows(IllegalArgumentException.class, () -> Jvm.named("6"))
                .getMessage();
        assertTrue(said.startsWith("there is no JVM '6', neither a path nor one of: "), said);
        assertTrue(said.contains(Jvm.own().version()), said);
        assertEquals(
                "there is no bin/java in " + empty,
                assertThrows(IllegalArgumentException.class, () -> Jvm.named(empty.toString()))
                        .getMessage());
    }
}
