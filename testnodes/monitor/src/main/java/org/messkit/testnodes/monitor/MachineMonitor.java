// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.monitor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import oshi.SystemInfo;
import oshi.hardware.CentralProcessor;
import oshi.hardware.CentralProcessor.TickType;
import oshi.hardware.HWDiskStore;
import oshi.hardware.NetworkIF;
import oshi.software.os.InternetProtocolStats;

/**
 * Reads the machine's counters. Disks and network interfaces are looked up once. Where the system's libraries cannot be reached, for example because JNA may not
 * unpack its own, nothing is known, and a run goes on without. Not thread-safe.
 */
public final class MachineMonitor {
    private static final double MILLIS = 1e3;
    /** Here alone, since OSHI does not tell it: the fourth column is how many can run, a slash, and how many there are (proc(5)). */
    private static final Path LOAD = Path.of("/proc/loadavg");

    private static final int RUN_QUEUE = 3;

    private final Optional<Counters> counters;

    private record Counters(
            CentralProcessor processor,
            InternetProtocolStats protocols,
            List<HWDiskStore> disks,
            List<NetworkIF> networks) {}

    /** Looks up what there is to read. */
    public MachineMonitor() {
        counters = counters();
    }

    /** Whether the machine tells anything. */
    public boolean isKnown() {
        return counters.isPresent();
    }

    private static Optional<Counters> counters() {
        try {
            SystemInfo system = new SystemInfo();
            return Optional.of(new Counters(
                    system.getHardware().getProcessor(),
                    system.getOperatingSystem().getInternetProtocolStats(),
                    system.getHardware().getDiskStores(),
                    system.getHardware().getNetworkIFs(true)));
        } catch (LinkageError | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Reads all counters. */
    public MachineSample sample() {
        long now = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
        return counters.map(known -> sample(now, known)).orElseGet(() -> MachineSample.unknown(now));
    }

    private static MachineSample sample(long now, Counters known) {
        List<Disk> disks = known.disks.stream().map(Disk::of).toList();
        double load = known.processor.getSystemLoadAverage(1)[0];
        InternetProtocolStats.TcpStats tcp = known.protocols.getTCPv4Stats();
        Network network = Network.of(known.networks);
        return new MachineSample(
                now,
                busySeconds(known.processor),
                load < 0 ? Double.NaN : load,
                runQueue(),
                network.receivedBytes(),
                network.sentBytes(),
                tcp.getSegmentsRetransmitted(),
                tcp.getConnectionsEstablished(),
                disks.isEmpty()
                        ? Double.NaN
                        : disks.stream().mapToDouble(Disk::busySeconds).sum(),
                disks.isEmpty()
                        ? Double.NaN
                        : disks.stream().mapToDouble(Disk::bytes).sum());
    }

    private static double runQueue() {
        try {
            return runQueue(Files.readString(LOAD));
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return Double.NaN;
        }
    }

    static double runQueue(String loads) {
        return Double.parseDouble(loads.split(" ")[RUN_QUEUE].split("/")[0]);
    }

    private static List<Double> busySeconds(CentralProcessor processor) {
        List<Double> seconds = new ArrayList<>();
        for (long[] ticks : processor.getProcessorCpuLoadTicks()) {
            double busy = 0;
            for (TickType type : TickType.values()) {
                boolean idle = type == TickType.IDLE || type == TickType.IOWAIT;
                busy += idle ? 0 : ticks[type.getIndex()] / MILLIS;
            }
            seconds.add(busy);
        }
        return seconds;
    }
}
