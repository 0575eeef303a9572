// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run.walk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;
import org.messkit.services.spi.ServiceName;

/**
 * Where the stores of a run have their files, a folder each.
 *
 * @param run the run's folder
 */
record StoreFolders(Path run) {
    /** That of a service's store; services that differ in the binding have the same. Absolute, and not made. */
    Path of(ServiceName service) {
        return stores().resolve(service.technologyAndVariant()).toAbsolutePath();
    }

    /**
     * Deletes all of them, once their services are gone, or before the first where a kill of this kit left some: a store that is loaded over
     * other orders would not hold what it should. What a server of a store's own said, slow statements with it, is kept with the run's logs, in
     * files named after the store.
     */
    void discard() throws IOException {
        if (Files.notExists(stores())) {
            return;
        }
        try (Stream<Path> said = Files.find(
                stores(),
                2,
                (file, facts) -> facts.isRegularFile() && file.toString().endsWith(".log"))) {
            for (Path file : said.toList()) {
                Files.write(
                        run.resolve("logs").resolve(file.getParent().getFileName() + "-" + file.getFileName()),
                        Files.readAllBytes(file),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
            }
        }
        try (Stream<Path> files = Files.walk(stores())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private Path stores() {
        return run.resolve("store");
    }
}
