// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.node;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.messkit.testnodes.wire.Frame;
import org.messkit.testnodes.wire.KitVersion;
import org.messkit.testnodes.wire.NodeState;

/** Reads the beans of the JVM that this runs in. */
final class OwnJvm {
    private OwnJvm() {}

    /** Who this node is. */
    static Frame.Hello hello() {
        return new Frame.Hello(
                KitVersion.OWN,
                ProcessHandle.current().pid(),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
                ManagementFactory.getRuntimeMXBean().getInputArguments(),
                Runtime.getRuntime().availableProcessors(),
                ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()));
    }

    static NodeState state() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return new NodeState(
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
                ManagementFactory.getGarbageCollectorMXBeans().stream()
                        .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                        .sum(),
                allocated(threads),
                threads.getThreadCount());
    }

    /** A thread that ends between the two questions has -1. */
    private static long allocated(ThreadMXBean threads) {
        return threads instanceof com.sun.management.ThreadMXBean counting
                ? Arrays.stream(counting.getThreadAllocatedBytes(counting.getAllThreadIds()))
                        .map(bytes -> Math.max(0, bytes))
                        .sum()
                : -1;
    }
}
