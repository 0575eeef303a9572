// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MachineMonitorTest {
    @Test
    void countersGrowAndABusyCoreShows() {
        MachineMonitor monitor = new MachineMonitor();
        MachineSample before = monitor.sample();
        MachineSample after = before;
        // Until the kernel has counted what this thread does.
        while (total(after) - total(before) < 0.05) {
            after = monitor.sample();
        }
        assertTrue(after.epochMicros() > before.epochMicros());
        assertTrue(after.retransmits() >= before.retransmits());
        assertTrue(Double.isNaN(after.diskSeconds()) || after.diskSeconds() >= before.diskSeconds());
        assertTrue(before.coreBusySeconds().size() >= Machine.processors().size());
        assertEquals(before.coreBusySeconds().size(), after.coreBusySeconds().size());
        for (int core = 0; core < before.coreBusySeconds().size(); core++) {
            assertTrue(
                    after.coreBusySeconds().get(core)
                            >= before.coreBusySeconds().get(core),
                    "core " + core);
        }
    }

    @Test
    void busyIsAllButIdleAndWaitingForDisks() {
        List<String> stat = List.of("cpu  9 9 9 9", "cpu0 10 20 30 4000 500 60 70 80 5 5", "cpu1 1 0 0 7 0 0 0 0 0 0");
        assertEquals(OptionalDouble.of(2.7), Cores.busySeconds(stat, List.of(0)));
        assertEquals(OptionalDouble.of(2.71), Cores.busySeconds(stat, List.of(0, 1)));
        assertEquals(OptionalDouble.empty(), Cores.busySeconds(stat, List.of(0, 2)), "a core that is not there");
    }

    @Test
    void theRunQueueIsWhatStandsBeforeTheSlash() {
        assertEquals(3, MachineMonitor.runQueue("0.19 0.07 0.02 3/345 12345\n"));
    }

    @Test
    void bytesAreSummedOverInterfaces() {
        List<String> lines = List.of(
                "Inter-|   Receive  |  Transmit",
                " face |bytes packets",
                "    lo:  1000 2 0 0 0 0 0 0  1000 2 0 0 0 0 0 0",
                "  eth0:70 1 0 0 0 0 0 0 9 1 0 0 0 0 0 0");
        assertEquals(new Network(1070, 1009), Network.parse(lines));
    }

    @Test
    void whatIsSentOverLoopbackIsCountedBothWays() throws IOException {
        byte[] sent = new byte[1_000_000];
        MachineMonitor monitor = new MachineMonitor();
        MachineSample before = monitor.sample();
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket out = new Socket(server.getInetAddress(), server.getLocalPort());
                Socket in = server.accept()) {
            Thread writer = new Thread(() -> {
                try {
                    out.getOutputStream().write(sent);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            writer.start();
            assertEquals(sent.length, in.getInputStream().readNBytes(sent.length).length);
        }
        MachineSample after = monitor.sample();
        assertTrue(after.receivedBytes() - before.receivedBytes() >= sent.length, after.toString());
        assertTrue(after.sentBytes() - before.sentBytes() >= sent.length, after.toString());
        assertTrue(after.runQueue() >= 1, after.toString());
    }

    @Test
    void aDisksCountersAreOfItsOwnFile() {
        Disk disk = Disk.parse("  100 3 4000 50 20 7 600 30 0 1500 80 0 0 0 0 0 0");
        assertEquals(1.5, disk.busySeconds());
        assertEquals(4600 * 512.0, disk.bytes());
    }

    private static double total(MachineSample sample) {
        return sample.coreBusySeconds().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }
}
