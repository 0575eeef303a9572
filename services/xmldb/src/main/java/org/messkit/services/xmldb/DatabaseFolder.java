// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.xmldb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.messkit.services.pantry.StoreFolder;
import org.messkit.services.spi.StoreException;

/**
 * Where BaseX has its databases. One that was not closed may be damaged without BaseX knowing it, and nothing was promised of it: then all of
 * them are deleted.
 */
public final class DatabaseFolder implements AutoCloseable {
    private final StoreFolder folder = StoreFolder.open();
    private final Path databases = folder.path().resolve("basex");
    private final Path closed = folder.path().resolve("basex.closed");

    /**
     * Makes it, where it is not there.
     *
     * @throws StoreException if it cannot be made
     */
    public DatabaseFolder() {
        try {
            if (!Files.deleteIfExists(closed)) {
                delete();
            }
            Files.createDirectories(databases);
        } catch (IOException e) {
            throw new StoreException("the folder of the databases cannot be made: " + e.getMessage(), e);
        }
    }

    /** The databases. */
    public Path databases() {
        return databases;
    }

    /** A file beside them. */
    public Path beside(String name) {
        return folder.path().resolve(name);
    }

    /** Bytes of all files in it. */
    public long bytes() {
        return folder.bytes();
    }

    /** To be called when BaseX has closed its databases. */
    @Override
    public void close() {
        try {
            Files.writeString(closed, "");
        } catch (IOException e) {
            throw new StoreException("that the databases are closed cannot be noted: " + e.getMessage(), e);
        }
        folder.close();
    }

    private void delete() throws IOException {
        if (Files.exists(databases)) {
            try (Stream<Path> files = Files.walk(databases)) {
                List<Path> deepestFirst =
                        files.sorted(Comparator.reverseOrder()).toList();
                for (Path file : deepestFirst) {
                    Files.delete(file);
                }
            }
        }
    }
}
