// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.log;

import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes a run's files and their lines in {@code manifest.sha256}. A line is on the disk before its new file is, so that a file without a
 * line is none of the run; whoever was killed between the two left a line without a file. Not thread-safe.
 */
final class NotedFiles {
    private final Path folder;
    private final Map<String, String> hashes;

    /** Begins with what the manifest has; writes nothing. */
    NotedFiles(Path folder, Map<String, String> hashes) {
        this.folder = folder;
        this.hashes = new TreeMap<>(hashes);
    }

    /** Writes a file that was not there before. */
    void write(String name, WholeFile.Content content) throws IOException {
        byte[] bytes = bytes(content);
        append(name, Manifest.hash(bytes));
        put(name, bytes);
    }

    /** Writes a file in place of an older one. Between the two the manifest has neither. */
    void replace(String name, WholeFile.Content content) throws IOException {
        byte[] bytes = bytes(content);
        if (hashes.remove(name) != null) {
            save();
        }
        put(name, bytes);
        append(name, Manifest.hash(bytes));
    }

    /** Notes a file that grew until now. */
    void note(String name) throws IOException {
        append(name, Manifest.hash(folder.resolve(name)));
    }

    /** Takes files out of the manifest; they may stay in the folder. */
    void forget(Collection<String> names) throws IOException {
        if (hashes.keySet().removeAll(names)) {
            save();
        }
    }

    private void put(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        WholeFile.write(file, out -> out.write(bytes));
    }

    private void append(String name, String hash) throws IOException {
        String before = hashes.put(name, hash);
        if (before != null) {
            save();
            return;
        }
        Path manifest = folder.resolve(RunFolder.MANIFEST);
        try (FileOutputStream out = new FileOutputStream(manifest.toFile(), true)) {
            out.write(Manifest.line(name, hash).getBytes(StandardCharsets.UTF_8));
            out.getFD().sync();
        } catch (IOException e) {
            throw new IOException("cannot write " + manifest + ": " + WholeFile.reason(e), e);
        }
    }

    private void save() throws IOException {
        byte[] text = new Manifest(hashes).text().getBytes(StandardCharsets.UTF_8);
        WholeFile.write(folder.resolve(RunFolder.MANIFEST), out -> out.write(text));
    }

    private static byte[] bytes(WholeFile.Content content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        content.writeTo(bytes);
        return bytes.toByteArray();
    }
}
