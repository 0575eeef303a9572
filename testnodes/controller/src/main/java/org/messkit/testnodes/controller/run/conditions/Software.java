// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run.conditions;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * The files that a run's processes are started from, by their contents (of jars those that they list): a run is of one software from its first fork to its last. Of
 * one thread.
 */
public final class Software {
    /** How a run names it among its conditions. */
    public static final String CONTENTS = "contents (SHA-256)";

    private static final int SHOWN = 16;
    private static final Pattern UNPACKED = Pattern.compile("/rooms/shared/postgres(-[^/]*)?/");

    private final List<Path> roots;
    private final Map<Path, Seen> files;

    /** What a file was when it was read, and what it held. */
    private record Seen(long size, long modifiedMillis, String hash) {}

    private Software(List<Path> roots, Map<Path, Seen> files) {
        this.roots = roots;
        this.files = files;
    }

    /**
     * Reads them.
     *
     * @param roots folders and files; what is not there is left out, as in a class path
     * @throws IOException if one cannot be read
     */
    public static Software of(List<Path> roots) throws IOException {
        return new Software(List.copyOf(roots), read(roots, Map.of()));
    }

    /** The name of all contents: where they lie, and when they were written, is not part of it. */
    public String contents() {
        MessageDigest all = sha256();
        for (Path root : roots) {
            files.forEach((file, seen) -> {
                if (file.startsWith(root)) {
                    all.update((root.relativize(file) + " " + seen.hash + "\n").getBytes(StandardCharsets.UTF_8));
                }
            });
        }
        return HexFormat.of().formatHex(all.digest()).substring(0, SHOWN);
    }

    /**
     * Proves that they are what they were. Files of the same size and time are not read again.
     *
     * @throws IOException in one line for the user, if one has changed, is gone or is new
     */
    public void prove() throws IOException {
        Map<Path, Seen> now = read(roots, files);
        for (Map.Entry<Path, Seen> file : files.entrySet()) {
            Seen seen = now.remove(file.getKey());
            if (seen == null) {
                throw changed(file.getKey(), "is gone");
            }
            if (!seen.hash.equals(file.getValue().hash)) {
                throw changed(file.getKey(), "has changed");
            }
        }
        if (!now.isEmpty()) {
            throw changed(now.keySet().iterator().next(), "is new");
        }
    }

    private static IOException changed(Path file, String how) {
        return new IOException("the kit " + how + " while the run went on (" + file
                + "): forks of two softwares do not mix, so the run ends here");
    }

    private static Map<Path, Seen> read(List<Path> roots, Map<Path, Seen> before) throws IOException {
        Map<Path, Seen> files = new TreeMap<>();
        for (Path root : roots) {
            if (!Files.exists(root)) {
                continue;
            }
            try (Stream<Path> below = Files.walk(root)) {
                for (Path file : (Iterable<Path>) below.filter(Software::runs)::iterator) {
                    files.put(file, seen(file, before.get(file)));
                }
            } catch (UncheckedIOException | NoSuchFileException e) {
                throw new IOException("the kit cannot be read while it changes: " + e.getMessage(), e);
            }
        }
        return files;
    }

    /** Programs of a database are unpacked beside the jars that they come from. */
    private static boolean runs(Path file) {
        return Files.isRegularFile(file)
                && !UNPACKED.matcher(file.toString().replace('\\', '/')).find();
    }

    private static Seen seen(Path file, Seen before) throws IOException {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        long modified = now.lastModifiedTime().toMillis();
        boolean same = before != null && before.size == now.size() && before.modifiedMillis == modified;
        return new Seen(now.size(), modified, same ? before.hash : hash(file));
    }

    private static String hash(Path file) throws IOException {
        MessageDigest digest = sha256();
        if (file.toString().endsWith(".jar") && entries(file, digest)) {
            return HexFormat.of().formatHex(digest.digest());
        }
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * What a jar says of its entries: names, lengths and checksums. Reading all of it would take seconds at the start of each run.
     *
     * @return false where it is no archive; nothing has been added then
     */
    private static boolean entries(Path jar, MessageDigest digest) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            zip.stream()
                    .map(entry -> entry.getName() + " " + entry.getSize() + " " + entry.getCrc() + "\n")
                    .forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
