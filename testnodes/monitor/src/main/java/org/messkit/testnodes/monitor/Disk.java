// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.monitor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import oshi.hardware.HWDiskStore;

/**
 * Counters of one disk since the machine's start.
 *
 * @param busySeconds time that it was at work
 * @param bytes read and written
 * @implNote OSHI finds the disks, but asks udev for each look: 5 ms of CPU for two disks, two thirds of all that watching costs. Where
 *     Linux has the counters in a file of its own, that is read. The columns are those of the kernel's documentation,
 *     block/stat.rst.
 */
record Disk(double busySeconds, double bytes) {
    private static final double SECTOR = 512;
    private static final double MILLIS = 1e3;
    private static final int SECTORS_READ = 2;
    private static final int SECTORS_WRITTEN = 6;
    private static final int IO_TICKS = 9;

    /** Reads them now. */
    static Disk of(HWDiskStore disk) {
        Path stat = Path.of("/sys/block", disk.getName().replaceFirst(".*/", ""), "stat");
        try {
            return parse(Files.readString(stat));
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            disk.updateAttributes();
            return new Disk(disk.getTransferTime() / MILLIS, (double) disk.getReadBytes() + disk.getWriteBytes());
        }
    }

    static Disk parse(String stat) {
        String[] columns = stat.strip().split("\\s+");
        double sectors = Double.parseDouble(columns[SECTORS_READ]) + Double.parseDouble(columns[SECTORS_WRITTEN]);
        return new Disk(Double.parseDouble(columns[IO_TICKS]) / MILLIS, sectors * SECTOR);
    }
}
