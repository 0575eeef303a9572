// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.process;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * Held while this machine is measured: two runs at once would measure each other. The system lets it go when the process ends,
 * however it ends.
 */
public final class MachineLock implements AutoCloseable {
    /** System property that names another file. */
    public static final String FILE = "messkit.lock";

    private static final String DEFAULT = "messkit-measuring.lock";

    private final FileChannel file;

    private MachineLock(FileChannel file) {
        this.file = file;
    }

    /**
     * Takes the lock.
     *
     * @return empty if another process holds it
     * @throws IOException if the file cannot be opened or locked
     */
    public static Optional<MachineLock> take() throws IOException {
        Path path = Path.of(System.getProperty(
                FILE, Path.of(System.getProperty("java.io.tmpdir"), DEFAULT).toString()));
        FileChannel file = open(path);
        try {
            FileLock lock = file.tryLock();
            if (lock != null) {
                return Optional.of(new MachineLock(file));
            }
        } catch (OverlappingFileLockException e) {
            // This very process holds it.
        }
        file.close();
        return Optional.empty();
    }

    /** Another user's file is opened without asking for it to be created: kernels refuse that in a folder that all may write. */
    private static FileChannel open(Path path) throws IOException {
        if (Files.exists(path)) {
            return FileChannel.open(path, StandardOpenOption.WRITE);
        }
        FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
        if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
            // The next one may be another user's.
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-rw-rw-"));
        }
        return file;
    }

    /** Whether another process holds it now. */
    public static boolean isHeld() throws IOException {
        Optional<MachineLock> lock = take();
        if (lock.isPresent()) {
            lock.get().close();
        }
        return lock.isEmpty();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
