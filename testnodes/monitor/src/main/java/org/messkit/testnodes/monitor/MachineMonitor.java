// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.monitor;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import oshi.SystemInfo;
import oshi.hardware.CentralProcessor;
import oshi.hardware.CentralProcessor.TickType;
import oshi.hardware.HWDiskStore;
import oshi.software.os.InternetProtocolStats;

/** Reads the machine's counters. Disks are looked up once. Not thread-safe. */
public final class MachineMonitor {
    private static final double MILLIS = 1e3;

    private final CentralProcessor processor;
    private final InternetProtocolStats protocols;
    private final List<HWDiskStore> disks;

    /** Makes one; takes some tenths of a second. */
    public MachineMonitor() {
        SystemInfo system = new SystemInfo();
        processor = system.getHardware().getProcessor();
        protocols = system.getOperatingSystem().getInternetProtocolStats();
        disks = system.getHardware().getDiskStores();
    }

    /** Reads all counters; takes a few milliseconds. */
    public MachineSample sample() {
        long now = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
        double diskMillis = 0;
        long bytes = 0;
        for (HWDiskStore disk : disks) {
            disk.updateAttributes();
            diskMillis += disk.getTransferTime();
            bytes += disk.getReadBytes() + disk.getWriteBytes();
        }
        InternetProtocolStats.TcpStats tcp = protocols.getTCPv4Stats();
        return new MachineSample(
                now,
                busySeconds(),
                processor.getSystemLoadAverage(1)[0],
                tcp.getSegmentsRetransmitted(),
                tcp.getConnectionsEstablished(),
                diskMillis / MILLIS,
                bytes);
    }

    private List<Double> busySeconds() {
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
