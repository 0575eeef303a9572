// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.pantry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.messkit.services.spi.StoreException;

/**
 * The folder in which a store has its files: the one that the process is told, which stays, or a temporary one, which goes when it is
 * closed.
 */
public final class StoreFolder implements AutoCloseable {
    /** The system property that names the folder. */
    public static final String PROPERTY = "messkit.store.folder";

    private final Path path;
    private final boolean temporary;

    private StoreFolder(Path path, boolean temporary) {
        this.path = path;
        this.temporary = temporary;
    }

    /**
     * Makes it, where it is not there.
     *
     * @throws StoreException if it cannot be made
     */
    public static StoreFolder open() {
        String told = System.getProperty(PROPERTY, "");
        try {
            return told.isEmpty()
                    ? new StoreFolder(Files.createTempDirectory("messkit-store"), true)
                    : new StoreFolder(Files.createDirectories(Path.of(told)).toAbsolutePath(), false);
        } catch (IOException e) {
            throw new StoreException("the store's folder cannot be made: " + e.getMessage(), e);
        }
    }

    /** Where it is, absolute. */
    public Path path() {
        return path;
    }

    /** Bytes of all files in it. */
    public long bytes() {
        long sum = 0;
        for (Path file : walk()) {
            try {
                sum += Files.isRegularFile(file) ? Files.size(file) : 0;
            } catch (IOException e) {
                // The store has just deleted it.
            }
        }
        return sum;
    }

    @Override
    public void close() {
        if (!temporary) {
            return;
        }
        for (Path file : walk().stream().sorted(Comparator.reverseOrder()).toList()) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                // Left to the system, as any temporary file.
            }
        }
    }

    private List<Path> walk() {
        try (Stream<Path> files = Files.walk(path)) {
            return files.toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }
}
