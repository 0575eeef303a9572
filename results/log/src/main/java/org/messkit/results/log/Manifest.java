// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.log;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code manifest.sha256}: the hash of each file that the run wrote, in the form that {@code sha256sum -c} reads. Immutable.
 *
 * @param hashes by the file's path in the folder; 64 digits
 */
record Manifest(Map<String, String> hashes) {
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  ([a-z]+(?:/\\d{4,9})?\\.[a-z0-9]+)");

    /** Copies. */
    Manifest {
        hashes = java.util.Collections.unmodifiableMap(new TreeMap<>(hashes));
    }

    /**
     * Reads a manifest. What is no line of one is among the problems; a file that it names twice is not in it.
     *
     * @return empty where nothing can be read, which then is a problem
     */
    static Optional<Manifest> read(Path folder, List<Problem> problems) throws IOException {
        String text;
        try {
            text = new String(PlainFile.read(folder.resolve(RunFolder.MANIFEST)), StandardCharsets.ISO_8859_1);
        } catch (DamagedFileException e) {
            problems.add(Problem.of(
                    RunFolder.MANIFEST, e.what() + ": no file of the run can be checked, so no cell is counted"));
            return Optional.empty();
        }
        // The part behind the last line's end was torn by a crash; the file that it was for is not there.
        List<String> lines =
                text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        Map<String, String> hashes = new TreeMap<>();
        SortedSet<String> twice = new TreeSet<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher line = LINE.matcher(lines.get(i));
            if (!line.matches()) {
                problems.add(new Problem(RunFolder.MANIFEST, i + 1, "is damaged: no hash and name of a file", false));
            } else if (hashes.put(line.group(2), line.group(1)) != null) {
                twice.add(line.group(2));
                problems.add(new Problem(
                        RunFolder.MANIFEST, i + 1, "is damaged: " + line.group(2) + " stands twice", false));
            }
        }
        hashes.keySet().removeAll(twice);
        return Optional.of(new Manifest(hashes));
    }

    /** Whether it has a file. */
    boolean has(String file) {
        return hashes.containsKey(file);
    }

    /** Whether this is what the run wrote. */
    boolean agrees(String file, String hash) {
        return hash.equals(hashes.get(file));
    }

    /** The files of a folder, without its name. */
    SortedSet<String> in(String folder) {
        SortedSet<String> names = new TreeSet<>();
        for (String file : hashes.keySet()) {
            if (file.startsWith(folder + "/")) {
                names.add(file.substring(folder.length() + 1));
            }
        }
        return names;
    }

    /** The lines of the file. */
    String text() {
        StringBuilder text = new StringBuilder();
        hashes.forEach((file, hash) -> text.append(line(file, hash)));
        return text.toString();
    }

    /** A line of the file. */
    static String line(String file, String hash) {
        return hash + "  " + file + "\n";
    }

    /** The hash of a file's bytes. */
    static String hash(byte[] content) {
        return HexFormat.of().formatHex(sha256().digest(content));
    }

    /** The hash of a file that may be large. */
    static String hash(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(PlainFile.open(file), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
