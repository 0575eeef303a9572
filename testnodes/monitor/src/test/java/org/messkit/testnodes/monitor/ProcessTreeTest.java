// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.monitor;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProcessTreeTest {
    @Test
    void whatAGrandchildUsesIsCountedAlsoWhenItHasEnded() throws Exception {
        // The outer shell does nothing itself.
        Process shell = new ProcessBuilder(
                        "sh", "-c", "sh -c 'i=0; while [ $i -lt 300000 ]; do i=$((i+1)); done; read x'; read y")
                .start();
        ProcessTree tree = new ProcessTree(shell.toHandle());
        double used = 0;
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (used < 0.1 && System.nanoTime() < end) {
            used = tree.cpuSeconds().orElseThrow();
            Thread.sleep(10);
        }
        assertTrue(used >= 0.1, "seen: " + used);
        shell.getOutputStream().write('\n');
        shell.getOutputStream().flush();
        while (shell.descendants().findAny().isPresent() && System.nanoTime() < end) {
            Thread.sleep(10);
        }
        assertTrue(tree.cpuSeconds().orElseThrow() >= used);
        shell.getOutputStream().close();
        shell.waitFor();
    }
}
