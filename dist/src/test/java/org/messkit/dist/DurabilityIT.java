// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.messkit.services.spi.ServiceName;
import org.messkit.testnodes.controller.process.ServiceProcess;

/** What a level promises of the disk, counted in calls to the system. */
class DurabilityIT {
    private static final int WRITES = 20;
    private static final Pattern SYNC =
            Pattern.compile("^\\d+ +(fsync|fdatasync|msync|sync_file_range|syncfs|sync)\\(", Pattern.MULTILINE);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"pg-text, disk, true", "pg-text, process, false"})
    void levelDiskSyncsOnceAWriteAndTheOthersDoNot(String technology, String level, boolean syncs) throws Exception {
        assertSyncs(technology, level, syncs);
    }

    @Tag("slow")
    @ParameterizedTest
    @CsvSource({
        "pg-xml, disk, true",
        "pg-shredded, disk, true",
        "pg-text, none, false",
        "h2, process, false",
        "store-basex, none, false",
        "basex-server, none, false"
    })
    void inTheOtherStoresToo(String technology, String level, boolean syncs) throws Exception {
        assertSyncs(technology, level, syncs);
    }

    private void assertSyncs(String technology, String level, boolean syncs) throws Exception {
        assumeTrue(Tools.work("strace", "-V"), "there is no strace here");
        Tools.require("strace may not trace here", "strace", "-f", "true");
        ServiceName name = ServiceName.parse("pantry/" + technology + "@pox");
        try (ServiceProcess service = PantryService.start(name, folder, level)) {
            assertEquals(level, service.state().settings().get("durability"));
            // The first write may make files; what counts is what every write does.
            assertTrue(insert(service.url(name), "first").contains("inserted"));
            long calls = syncsDuring(service.handle(), () -> {
                for (int i = 0; i < WRITES; i++) {
                    assertTrue(insert(service.url(name), "W" + i).contains("inserted"));
                }
            });
            if (syncs) {
                assertTrue(calls >= WRITES, calls + " calls for " + WRITES + " writes");
            } else {
                assertTrue(calls < WRITES, calls + " calls for " + WRITES + " writes: it reaches more than it says");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "h2, disk, its commits do not wait for the disk",
        "store-basex, disk, never asks the system to sync",
        "basex-server, process, keeps no log"
    })
    void aLevelThatIsNotReachedIsRefused(String technology, String level, String why) {
        ServiceName name = ServiceName.parse("pantry/" + technology + "@pox");
        IOException refused = assertThrows(IOException.class, () -> PantryService.start(name, folder, level));
        assertTrue(
                refused.getMessage().contains(technology + " cannot reach messkit.store.durability=" + level)
                        && refused.getMessage().contains(why),
                refused.getMessage());
    }

    private interface Work {
        void run() throws IOException;
    }

    /** Traces a process and all below it. */
    private long syncsDuring(ProcessHandle process, Work work) throws Exception {
        Path calls = folder.resolve("calls");
        Path said = folder.resolve("strace.log");
        List<ProcessHandle> traced = new ArrayList<>(List.of(process));
        process.descendants().forEach(traced::add);
        List<String> command = new ArrayList<>(
                List.of("strace", "-f", "-qq", "-e", "trace=fsync,fdatasync,msync,sync_file_range,syncfs,sync", "-o"));
        command.add(calls.toString());
        traced.forEach(one -> command.addAll(List.of("-p", Long.toString(one.pid()))));
        Process strace = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            Kit.await("strace", () -> traced.stream().allMatch(DurabilityIT::isTraced));
            work.run();
        } finally {
            strace.destroy();
            strace.waitFor(10, TimeUnit.SECONDS);
            strace.destroyForcibly();
        }
        return SYNC.matcher(Files.readString(calls)).results().count();
    }

    private static boolean isTraced(ProcessHandle process) {
        try {
            return !process.isAlive()
                    || !Files.readString(Path.of("/proc/" + process.pid() + "/status"))
                            .contains("TracerPid:\t0");
        } catch (IOException e) {
            return true;
        }
    }

    private static String insert(String url, String id) throws IOException {
        return PantryService.ask(url, PantryService.order(id));
    }
}
