// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.cli;

import picocli.CommandLine.Option;

/** The memory of service processes that are up for use. */
final class ServiceHeap {
    @Option(
            names = "--heap",
            paramLabel = "SIZE",
            defaultValue = "512m",
            description = "Heap of each process (default: ${DEFAULT-VALUE}).")
    private String heap;

    String size() {
        return heap;
    }
}
