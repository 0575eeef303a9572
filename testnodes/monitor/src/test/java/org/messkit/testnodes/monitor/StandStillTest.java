// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class StandStillTest {
    private static final long SECOND = 1_000_000;

    @Test
    void aProcessThatIsStoppedIsSeenAsLongAsItIs() throws Exception {
        Process sleeps = new ProcessBuilder("sleep", "60").start();
        try (StandStill watch = new StandStill(Map.of("it", List.of(sleeps.toHandle())), Map.of())) {
            long start = micros();
            assertFalse(StandStill.isStopped(sleeps.toHandle()));
            signal("STOP", sleeps);
            long stopped = micros();
            TimeUnit.MILLISECONDS.sleep(500);
            assertTrue(StandStill.isStopped(sleeps.toHandle()));
            signal("CONT", sleeps);
            long went = micros();
            TimeUnit.MILLISECONDS.sleep(300);
            List<StandStill.Stood> stood = watch.between(start, micros());
            assertEquals(
                    List.of("it"), stood.stream().map(StandStill.Stood::process).toList());
            assertTrue(stood.get(0).seconds() > 0.3, stood.toString());
            assertTrue(watch.between(start, stopped - SECOND / 10).isEmpty(), "not before");
            assertTrue(watch.between(went + SECOND / 5, micros()).isEmpty(), "not afterwards");
        } finally {
            sleeps.destroyForcibly();
        }
    }

    @Test
    void whatAProcessHasStartedIsWatchedToo() throws Exception {
        Process parent = new ProcessBuilder("sh", "-c", "sleep 60 & wait").start();
        try (StandStill watch = new StandStill(Map.of(), Map.of("its child", parent.toHandle()))) {
            TimeUnit.MILLISECONDS.sleep(2500);
            long start = micros();
            ProcessHandle child = parent.toHandle().descendants().findFirst().orElseThrow();
            new ProcessBuilder("kill", "-STOP", Long.toString(child.pid()))
                    .start()
                    .waitFor();
            TimeUnit.MILLISECONDS.sleep(300);
            assertEquals("its child", watch.between(start, micros()).get(0).process());
            child.destroyForcibly();
        } finally {
            parent.destroyForcibly();
        }
    }

    private static void signal(String name, Process to) throws IOException, InterruptedException {
        assertEquals(
                0,
                new ProcessBuilder("kill", "-" + name, Long.toString(to.pid()))
                        .start()
                        .waitFor());
    }

    private static long micros() {
        return System.currentTimeMillis() * 1000;
    }
}
