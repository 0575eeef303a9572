// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.monitor;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import oshi.SystemInfo;
import oshi.hardware.CentralProcessor;
import oshi.hardware.CentralProcessor.TickType;
import oshi.hardware.HWDiskStore;
import oshi.software.os.InternetProtocolStats;

/**
 * Reads the machine's counters. Disks are looked up once. Where the system's libraries cannot be reached, for example because JNA may not
 * unpack its own, nothing is known, and a run goes on without. Not thread-safe.
 */
public final class MachineMonitor {
    private static final double MILLIS = 1e3;

    private final Optional<Counters> counters;

    private record Counters(CentralProcessor processor, InternetProtocolStats protocols, List<HWDiskStore> disks) {}

    /** Makes one; takes some tenths of a second. */
    public MachineMonitor() {
        counters = counters();
    }

    private static Optional<Counters> counters() {
        try {
            SystemInfo system = new SystemInfo();
            return Optional.of(new Counters(
                    system.getHardware().getProcessor(),
                    system.getOperatingSystem().getInternetProtocolStats(),
                    system.getHardware().getDiskStores()));
        } catch (LinkageError | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Reads all counters; takes a few milliseconds. */
    public MachineSample sample() {
        long now = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
        return counters.map(known -> sample(now, known)).orElseGet(() -> MachineSample.unknown(now));
    }

    private static MachineSample sample(long now, Counters known) {
        double diskMillis = 0;
        long bytes = 0;
        for (HWDiskStore disk : known.disks) {
            disk.updateAttributes();
            diskMillis += disk.getTransferTime();
            bytes += disk.getReadBytes() + disk.getWriteBytes();
        }
        InternetProtocolStats.TcpStats tcp = known.protocols.getTCPv4Stats();
        return new MachineSample(
                now,
                busySeconds(known.processor),
                known.processor.getSystemLoadAverage(1)[0],
                tcp.getSegmentsRetransmitted(),
                tcp.getConnectionsEstablished(),
                known.disks.isEmpty() ? Double.NaN : diskMillis / MILLIS,
                bytes);
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
