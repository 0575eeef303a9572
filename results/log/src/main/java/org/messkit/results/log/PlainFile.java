// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.log;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Opens plain files alone: a link leads out of the folder, and who opens a pipe waits for its other end. */
final class PlainFile {
    /** Far more than a run writes into one file that is read whole. */
    private static final long LARGEST = 64L << 20;

    private PlainFile() {}

    /** Whether there is something of that name, be it a link that leads nowhere. */
    static boolean isThere(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * The whole file.
     *
     * @throws DamagedFileException if there is none, or it is none of a size and kind that a run writes
     * @throws IOException if it cannot be read
     */
    static byte[] read(Path file) throws IOException {
        if (require(file).size() > LARGEST) {
            throw new DamagedFileException(file, 0, "is too large to be a run's");
        }
        try (InputStream in = open(file)) {
            return in.readAllBytes();
        }
    }

    /** Opens a file that may be large. */
    static InputStream open(Path file) throws IOException {
        require(file);
        try {
            return Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
        } catch (AccessDeniedException e) {
            throw new DamagedFileException(file, 0, "cannot be read: no right to");
        }
    }

    /** What is known of a plain file. */
    static BasicFileAttributes require(Path file) throws IOException {
        BasicFileAttributes is;
        try {
            is = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            throw new DamagedFileException(file, 0, "is missing");
        }
        if (!is.isRegularFile()) {
            String kind = is.isDirectory() ? "a folder" : is.isSymbolicLink() ? "a link" : "a pipe or a device";
            throw new DamagedFileException(file, 0, "is " + kind + ", not a file");
        }
        return is;
    }

    /**
     * Checks a folder.
     *
     * @throws DamagedFileException if it is a link or a file
     */
    static void requireFolder(Path folder) throws DamagedFileException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new DamagedFileException(folder, 0, "is no folder");
        }
    }

    /** The names in a folder, sorted. */
    static List<String> names(Path folder) throws IOException {
        requireFolder(folder);
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(file -> names.add(file.getFileName().toString()));
        }
        names.sort(null);
        return names;
    }
}
