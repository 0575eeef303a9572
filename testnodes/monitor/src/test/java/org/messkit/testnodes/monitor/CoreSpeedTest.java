// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CoreSpeedTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final int core = Machine.processors().get(0);

    @Test
    void aCoreIsWatchedByAThreadThatStaysOnIt() throws Exception {
        try (CoreSpeed speed = new CoreSpeed(List.of(core))) {
            await(() -> speed.between(0, Long.MAX_VALUE).get(0).size() >= 3);
            List<CoreSpeed.Sample> samples = speed.between(0, Long.MAX_VALUE).get(0);
            assertTrue(samples.stream().allMatch(sample -> sample.work() > 0), samples::toString);
            long first = samples.get(0).epochMicros();
            assertEquals(samples.get(0).work(), speed.work(first, first));
            assertEquals(Optional.of(Integer.toString(core)), allowed("core-speed-" + core));
        }
        await(() -> allowed("core-speed-" + core).isEmpty());
    }

    @Test
    void aCoreThatIsNotThereIsAProblemThatIsTold() throws Exception {
        try (CoreSpeed speed = new CoreSpeed(List.of(9999))) {
            await(() -> !speed.problems().isEmpty());
            assertEquals(Map.of("core 9999", "a thread cannot be kept on core 9999"), speed.problems());
            assertEquals(Double.NaN, speed.work(0, Long.MAX_VALUE));
        }
    }

    @Test
    void ofNoCoreNothingIsKnown() {
        try (CoreSpeed speed = new CoreSpeed(List.of())) {
            assertEquals(Double.NaN, speed.work(0, Long.MAX_VALUE));
        }
    }

    /** Where a thread of this process may run; empty if there is none of that name. */
    private static Optional<String> allowed(String thread) {
        try (Stream<Path> tasks = Files.list(Path.of("/proc/self/task"))) {
            for (Path task : tasks.toList()) {
                Optional<String> status = text(task.resolve("status"));
                if (status.filter(text -> text.startsWith("Name:\t" + thread + "\n"))
                        .isPresent()) {
                    return status.get()
                            .lines()
                            .filter(line -> line.startsWith("Cpus_allowed_list:"))
                            .map(line -> line.substring(line.indexOf(':') + 1).strip())
                            .findFirst();
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Optional<String> text(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "nothing came of it");
            Thread.sleep(20);
        }
    }
}
