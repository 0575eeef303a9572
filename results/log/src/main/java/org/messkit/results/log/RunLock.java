// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.log;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;

/**
 * Who writes a run's folder holds its lock, a file in the folder that stays there and is empty. The system lets go of it when the process
 * ends, however it ends. Thread-safe.
 */
public final class RunLock implements AutoCloseable {
    private static final String FILE = ".writing";

    /**
     * Folders that this process writes. Nobody may open their lock's file once more: the system takes closing it for letting go.
     */
    private static final Set<Path> OWN = new HashSet<>();

    private final Path folder;
    private final FileChannel channel;

    private RunLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Takes the lock of a folder.
     *
     * @throws IOException in one line for the user, if somebody else has it, or it cannot be written
     */
    static RunLock take(Path folder) throws IOException {
        synchronized (OWN) {
            Path real = folder.toRealPath();
            if (OWN.contains(real)) {
                throw held(folder);
            }
            Path file = real.resolve(FILE);
            if (PlainFile.isThere(file)) {
                PlainFile.require(file);
            }
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
            if (!locked(channel, false)) {
                channel.close();
                throw held(folder);
            }
            OWN.add(real);
            return new RunLock(real, channel);
        }
    }

    /** What is done to a folder that nobody else may write meanwhile. */
    @FunctionalInterface
    public interface Writing<T> {
        /** Does it. */
        T write() throws IOException;
    }

    /**
     * Writes into a folder under its lock, which this process takes unless it has it.
     *
     * @throws IOException in one line for the user, if another process has it
     */
    public static <T> T under(Path folder, Writing<T> writing) throws IOException {
        if (isOwn(folder)) {
            return writing.write();
        }
        RunLock lock = take(folder);
        try {
            return writing.write();
        } finally {
            lock.close();
        }
    }

    /** Whether a process writes a folder now. */
    public static boolean isHeld(Path folder) throws IOException {
        synchronized (OWN) {
            Path file = folder.resolve(FILE);
            if (isOwn(folder)) {
                return true;
            }
            if (!PlainFile.isThere(file)) {
                return false;
            }
            PlainFile.require(file);
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
                return !locked(channel, true);
            }
        }
    }

    private static boolean isOwn(Path folder) throws IOException {
        synchronized (OWN) {
            return Files.exists(folder) && OWN.contains(folder.toRealPath());
        }
    }

    private static IOException held(Path folder) {
        return new IOException(folder + " is being written by another process: wait for its end");
    }

    private static boolean locked(FileChannel channel, boolean shared) throws IOException {
        FileLock lock = channel.tryLock(0, Long.MAX_VALUE, shared);
        return lock != null;
    }

    @Override
    public void close() throws IOException {
        synchronized (OWN) {
            // The file stays: who deletes it takes it from one who has opened it and waits for nothing but the lock.
            channel.close();
            OWN.remove(folder);
        }
    }
}
