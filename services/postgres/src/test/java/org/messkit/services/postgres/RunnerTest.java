// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.messkit.services.spi.StoreException;

/** Ways of commands that are everywhere, to a program that does nothing. */
class RunnerTest {
    private static final Runner NOT_THERE = way("not there", "messkit-has-no-such-program");
    private static final Runner REFUSED =
            way("refused", "sh", "-c", "echo 'error: not permitted' >&2; echo bye; exit 1");
    private static final Runner CANNOT_WRITE = way("cannot write", "sh", "-c", "[ \"$0\" != test ]");
    private static final Runner WORKS = way("works", "env");

    @TempDir
    private Path folder;

    @BeforeEach
    void program() throws IOException {
        Path program = Files.createDirectory(folder.resolve("bin")).resolve("postgres");
        Files.writeString(program, "#!/bin/sh\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void theFirstThatWorksIsTaken() {
        assertEquals(WORKS, find(NOT_THERE, REFUSED, CANNOT_WRITE, WORKS, way("later", "env")));
        assertEquals(List.of("env", "initdb"), WORKS.command(List.of("initdb")));
    }

    @Test
    void whereNoneWorksEachSaysWhy() {
        var e = assertThrows(StoreException.class, () -> find(REFUSED, CANNOT_WRITE, way("silent", "false")));
        assertEquals(
                "PostgreSQL does not run as root, and no way was found to run it as another user: "
                        + "refused: error: not permitted; cannot write: sh failed; silent: false failed",
                e.getMessage());
    }

    @Test
    void whoCannotBeGivenTheFolderIsPassedOver() {
        assertEquals(WORKS, find(new Runner("stranger", List.of("env"), "messkit-has-no-such-user"), WORKS));
    }

    private Runner find(Runner... runners) {
        return Runner.find(List.of(runners), folder, folder);
    }

    private static Runner way(String name, String... before) {
        return new Runner(name, List.of(before), System.getProperty("user.name"));
    }
}
