// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinariesTest {
    @Test
    void whoeverUnpacksFirstUnpacksForAll(@TempDir Path folder) throws Exception {
        Callable<Path> unpack = () -> Binaries.unpacked(folder);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (Future<Path> unpacked : threads.invokeAll(Collections.nCopies(2, unpack))) {
                assertTrue(Files.isExecutable(unpacked.get().resolve("bin/postgres")));
            }
        } finally {
            threads.shutdownNow();
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(folder.resolve("postgres")), left.toList());
        }
    }
}
