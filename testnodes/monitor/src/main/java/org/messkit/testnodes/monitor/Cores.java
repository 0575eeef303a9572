// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.monitor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;

/** What the kernel counts per core, from {@code /proc/stat} as proc(5) describes it. */
final class Cores {
    private static final Path STAT = Path.of("/proc/stat");
    /** USER_HZ, which Linux keeps at 100 for every architecture that JDKs run on. */
    private static final double TICKS_PER_SECOND = 100;

    private static final int NAME = 0;
    private static final int IDLE = 4;
    private static final int IO_WAIT = 5;
    private static final int STEAL = 8;

    private Cores() {}

    /** Seconds that cores were not idle since the machine started, stolen ones among them, summed; empty where nobody tells. */
    static OptionalDouble busySeconds(Collection<Integer> numbers) {
        try {
            return busySeconds(Files.readAllLines(STAT), numbers);
        } catch (IOException e) {
            return OptionalDouble.empty();
        }
    }

    static OptionalDouble busySeconds(List<String> stat, Collection<Integer> numbers) {
        List<String> names = numbers.stream().map(number -> "cpu" + number).toList();
        double ticks = 0;
        int found = 0;
        for (String line : stat) {
            String[] columns = line.split("\\s+");
            if (names.contains(columns[NAME])) {
                found++;
                for (int i = 1; i <= STEAL && i < columns.length; i++) {
                    ticks += i == IDLE || i == IO_WAIT ? 0 : Double.parseDouble(columns[i]);
                }
            }
        }
        return found == names.size() ? OptionalDouble.of(ticks / TICKS_PER_SECOND) : OptionalDouble.empty();
    }
}
