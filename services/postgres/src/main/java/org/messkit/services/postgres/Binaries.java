// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.messkit.services.spi.StoreException;
import org.tukaani.xz.XZInputStream;

/** The programs of PostgreSQL, unpacked once from the archive on the class path. */
final class Binaries {
    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
    private static final int EXECUTABLE = 0100;

    private Binaries() {}

    /**
     * Where the programs are: beside the jars, where they stay, or in a folder of this process if that cannot be written.
     *
     * @param own folder of this process
     * @throws StoreException if there are none for this machine, or they cannot be unpacked
     */
    static Path in(Path own) {
        String machine = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        if (!machine.equals("Linux amd64")) {
            throw new StoreException(
                    "the kit has programs of PostgreSQL for Linux amd64 alone, this is " + machine
                            + ": give an existing server by " + Settings.URL,
                    null);
        }
        try {
            Path code = Path.of(Binaries.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            // A kit's rooms share the folder of this jar. A folder lib is on a class path, and the programs go beside
            // it; in a build, classes
            // stand in the target folder.
            Path folder = code.getParent();
            Path beside = folder.endsWith("lib") ? folder.getParent() : folder;
            return unpacked(Files.isWritable(beside) ? beside : own);
        } catch (IOException | java.net.URISyntaxException e) {
            throw new StoreException("the programs of PostgreSQL cannot be unpacked: " + e.getMessage(), e);
        }
    }

    static Path unpacked(Path folder) throws IOException {
        Path whole = folder.resolve("postgres");
        if (Files.isDirectory(whole)) {
            return whole;
        }
        Path part = Files.createTempDirectory(folder, "postgres-");
        try (InputStream archive = Binaries.class.getResourceAsStream(ARCHIVE)) {
            if (archive == null) {
                throw new IOException("there is no " + ARCHIVE + " on the class path");
            }
            unpack(new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive))), part);
        }
        // Whoever is to run them may be another user.
        Files.setPosixFilePermissions(part, permissions(true));
        try {
            Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            // Mostly because another process was first.
            delete(part);
            if (!Files.isDirectory(whole)) {
                throw e;
            }
        }
        return whole;
    }

    private static void unpack(TarArchiveInputStream tar, Path folder) throws IOException {
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            Path file = folder.resolve(entry.getName()).normalize();
            if (!file.startsWith(folder)) {
                throw new IOException("the archive leads out of its folder: " + entry.getName());
            }
            Files.createDirectories(entry.isDirectory() ? file : file.getParent());
            if (entry.isSymbolicLink()) {
                Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            } else if (entry.isLink()) {
                Files.createLink(file, folder.resolve(entry.getLinkName()));
            } else if (!entry.isDirectory()) {
                Files.copy(tar, file);
            }
            if (!entry.isSymbolicLink()) {
                Files.setPosixFilePermissions(
                        file, permissions(entry.isDirectory() || (entry.getMode() & EXECUTABLE) != 0));
            }
        }
    }

    private static Set<PosixFilePermission> permissions(boolean executable) {
        Set<PosixFilePermission> permissions = EnumSet.of(
                PosixFilePermission.OWNER_READ,
                PosixFilePermission.OWNER_WRITE,
                PosixFilePermission.GROUP_READ,
                PosixFilePermission.OTHERS_READ);
        if (executable) {
            permissions.addAll(List.of(
                    PosixFilePermission.OWNER_EXECUTE,
                    PosixFilePermission.GROUP_EXECUTE,
                    PosixFilePermission.OTHERS_EXECUTE));
        }
        return permissions;
    }

    /** A folder and all that is in it. */
    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
