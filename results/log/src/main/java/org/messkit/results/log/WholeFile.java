// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.log;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Writes a file whole or not at all: a temporary file in the same folder, forced to the disk, then moved over the target. A
 * reader, a crash or a full disk sees the old file or the new one, never a part.
 */
public final class WholeFile {
    private WholeFile() {}

    /** What goes into a file. */
    @FunctionalInterface
    public interface Content {
        /** Writes all of it; need not flush or close. */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes a file. Not for two threads and one target.
     *
     * @throws IOException naming the file, if it cannot be written; the target is then as it was
     */
    public static void write(Path target, Content content) throws IOException {
        Path part = target.resolveSibling("." + target.getFileName() + ".part");
        try {
            // What a crash left there, or somebody put there: a pipe would be waited for, a link followed.
            Files.deleteIfExists(part);
            // Not a channel: that one is closed for good if its thread is interrupted, and Ctrl-C must not cost a file.
            try (FileOutputStream file = new FileOutputStream(part.toFile());
                    OutputStream out = new BufferedOutputStream(file, 1 << 16)) {
                content.writeTo(out);
                out.flush();
                file.getFD().sync();
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new IOException("cannot write " + target + ": " + reason(e), e);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** What went wrong, in words also where the exception is little more than a path. */
    static String reason(IOException e) {
        if (e instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        String kind = e.getClass().getSimpleName();
        return kind.equals("IOException") ? String.valueOf(e.getMessage()) : kind + ": " + e.getMessage();
    }
}
