// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Random;

/**
 * One kind of damage to one file of a run's folder, drawn from a seed.
 *
 * @param file its path in the folder
 * @param kind what is done to it
 */
record FolderDamage(String file, Kind kind) {
    /** What can come over a file. */
    enum Kind {
        CUT,
        EMPTY,
        DELETE,
        EDIT,
        JUNK,
        SWAP,
        DUPLICATE,
        FOREIGN,
        FOLDER,
        LINK,
        PIPE
    }

    /** What a run writes. */
    static final List<String> WRITTEN = List.of(
            "run.xml",
            "plan.xml",
            "scenario.xml",
            "environment.xml",
            "manifest.sha256",
            "histograms.hlog",
            "cells/000#.xml",
            "cells/000#.xml",
            "cells/000#.xml",
            "monitor/000#.csv");

    /** What a report makes of it. */
    static final List<String> DERIVED = List.of(
            "summary.csv", "summary.json", "index.csv", "index.json", "index.md", "report.html", "junit.xml", "tables");

    /** Draws one. */
    static FolderDamage draw(Random random) {
        List<String> files = random.nextInt(6) == 0 ? DERIVED : WRITTEN;
        String file = files.get(random.nextInt(files.size())).replace("#", Integer.toString(1 + random.nextInt(8)));
        Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
        boolean only = !file.contains("/") && (kind == Kind.SWAP || kind == Kind.DUPLICATE);
        return new FolderDamage(file, only ? Kind.CUT : kind);
    }

    boolean isDerived() {
        return DERIVED.contains(file);
    }

    /** Does it. */
    void to(Path folder, Path foreign, Random random) throws IOException, InterruptedException {
        Path path = folder.resolve(file);
        byte[] content = Files.isRegularFile(path) ? Files.readAllBytes(path) : new byte[] {1, 2};
        switch (kind) {
            case CUT -> put(path, java.util.Arrays.copyOf(content, random.nextInt(content.length)));
            case EMPTY -> put(path, new byte[0]);
            case DELETE -> delete(path);
            case EDIT -> put(path, edited(content, random));
            case JUNK -> {
                byte[] junk = new byte[2000];
                random.nextBytes(junk);
                put(path, junk);
            }
            case SWAP -> {
                Path other = other(path, random);
                put(path, Files.readAllBytes(other));
                put(other, content);
            }
            case DUPLICATE -> put(path, Files.readAllBytes(other(path, random)));
            case FOREIGN -> {
                Path other = foreign.resolve(file);
                put(path, Files.isRegularFile(other) ? Files.readAllBytes(other) : new byte[] {'<'});
            }
            case FOLDER -> {
                delete(path);
                Files.createDirectories(path);
            }
            case LINK -> {
                Path away = Files.createTempFile(folder.getParent(), "away", "");
                put(away, content);
                delete(path);
                Files.createSymbolicLink(path, away);
            }
            case PIPE -> {
                delete(path);
                new ProcessBuilder("mkfifo", path.toString()).start().waitFor();
            }
        }
    }

    /** The file of another cell. */
    private Path other(Path path, Random random) {
        char own = file.charAt(file.indexOf("000") + 3);
        int other = 1 + (own - '0' + random.nextInt(7)) % 8;
        return path.resolveSibling(path.getFileName().toString().replaceFirst("000\\d", "000" + other));
    }

    /** One digit is another. */
    private static byte[] edited(byte[] content, Random random) {
        byte[] changed = content.clone();
        for (int i = random.nextInt(content.length), looks = 0; looks < content.length; looks++) {
            int at = (i + looks) % content.length;
            if (changed[at] >= '0' && changed[at] <= '9') {
                changed[at] = (byte) ('0' + (changed[at] - '0' + 1 + random.nextInt(9)) % 10);
                return changed;
            }
        }
        return "9".getBytes(StandardCharsets.UTF_8);
    }

    private static void put(Path path, byte[] content) throws IOException {
        delete(path);
        Files.write(path, content, StandardOpenOption.CREATE);
    }

    /** Deletes a file, or a folder with all in it. */
    static void delete(Path path) throws IOException {
        if (!Files.exists(path, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes is) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException e) throws IOException {
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
