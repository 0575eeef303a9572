// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.pantry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.messkit.services.spi.StoreException;

class StatementTimesTest {
    @TempDir
    private Path folder;

    private final StatementTimes times = new StatementTimes();

    @Test
    void theSlowestStandsFirstUnderTheTimeOfWriting() throws IOException {
        times.add("fast", 1_500_000);
        times.add("slow", 1_000_000);
        times.add("slow", 20_000_000);
        times.add("between\n  two\r\n lines ", 3_000_000);
        Path file = folder.resolve(StatementTimes.FILE);
        times.write(file);
        List<String> lines = Files.readAllLines(file);
        assertTrue(lines.get(0).matches("# written at [0-9-]+T[0-9:]+Z, the slowest first"), lines.get(0));
        assertEquals(
                List.of(
                        "max 20.000 ms, mean 10.500 ms, 2 times: slow",
                        "max 3.000 ms, mean 3.000 ms, 1 times: between two lines",
                        "max 1.500 ms, mean 1.500 ms, 1 times: fast"),
                lines.subList(1, lines.size()));
    }

    @Test
    void whatCannotBeWrittenIsSaid() {
        var e = assertThrows(StoreException.class, () -> times.write(folder.resolve("nowhere/times")));
        assertTrue(e.getMessage().startsWith("the times of the statements cannot be kept: "), e.getMessage());
    }
}
