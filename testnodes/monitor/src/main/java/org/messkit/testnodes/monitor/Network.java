// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.monitor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import oshi.hardware.NetworkIF;

/**
 * Counters of all network interfaces since the machine's start, loopback among them.
 *
 * @implNote OSHI reads a dozen files for each interface. Linux has all of them in one, proc(5), two heads first.
 */
record Network(double receivedBytes, double sentBytes) {
    private static final Path ALL = Path.of("/proc/net/dev");
    private static final int HEADS = 2;
    private static final int SENT = 8;

    /** Reads them now. */
    static Network of(List<NetworkIF> interfaces) {
        try {
            return parse(Files.readAllLines(ALL));
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            interfaces.forEach(NetworkIF::updateAttributes);
            return new Network(
                    interfaces.stream().mapToDouble(NetworkIF::getBytesRecv).sum(),
                    interfaces.stream().mapToDouble(NetworkIF::getBytesSent).sum());
        }
    }

    static Network parse(List<String> lines) {
        double received = 0;
        double sent = 0;
        for (String line : lines.subList(HEADS, lines.size())) {
            String[] columns = line.substring(line.indexOf(':') + 1).strip().split("\\s+");
            received += Double.parseDouble(columns[0]);
            sent += Double.parseDouble(columns[SENT]);
        }
        return new Network(received, sent);
    }
}
