// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.log;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Who writes a run's folder holds its lock, a file in the folder. The system lets go of it when the process ends, however it ends. Of one
 * thread.
 */
public final class RunLock implements AutoCloseable {
    private static final String FILE = ".writing";

    private final Path file;
    private final FileChannel channel;

    private RunLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the lock of a folder.
     *
     * @throws IOException in one line for the user, if somebody else has it, or it cannot be written
     */
    static RunLock take(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locked(channel, false)) {
            channel.close();
            throw new IOException(folder + " is being written by another process: wait for its end");
        }
        return new RunLock(file, channel);
    }

    /** Whether a process writes a folder now. */
    public static boolean isHeld(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return !locked(channel, true);
        }
    }

    private static boolean locked(FileChannel channel, boolean shared) throws IOException {
        try {
            FileLock lock = channel.tryLock(0, Long.MAX_VALUE, shared);
            return lock != null;
        } catch (OverlappingFileLockException e) {
            // It is this process that has it.
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        // While it is held, so that nobody's new file is deleted.
        Files.deleteIfExists(file);
        channel.close();
    }
}
