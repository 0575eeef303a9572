// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.log;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The files of a run's folder, each checked against the manifest as it is read. What is wrong goes to the problems.
 *
 * @param manifest empty where it is damaged
 * @param going whether a process writes the folder now; what it is about to write is then no problem
 */
record CheckedFiles(Path folder, Optional<Manifest> manifest, boolean going, List<Problem> problems) {
    /** What the run wrote under a name; empty where it wrote nothing, or something else is there. */
    Optional<byte[]> read(String name) throws IOException {
        Path file = folder.resolve(name);
        boolean noted = manifest.isPresent() && manifest.get().has(name);
        if (!PlainFile.isThere(file)) {
            if (noted && !going) {
                // A cell without one of its files runs again.
                problems.add(new Problem(name, 0, "is missing: the run wrote it", name.contains("/")));
            }
            return Optional.empty();
        }
        try {
            if (name.contains("/")) {
                // A file behind a link is not in the folder.
                PlainFile.requireFolder(file.getParent());
            }
            byte[] content = PlainFile.read(file);
            if (noted && !manifest.get().agrees(name, Manifest.hash(content))) {
                problems.add(Problem.of(name, "is damaged: manifest.sha256 has another hash of it"));
                return Optional.empty();
            }
            if (manifest.isPresent() && !noted) {
                if (!going) {
                    problems.add(Problem.of(name, "is not in manifest.sha256: the run did not write it"));
                }
                return Optional.empty();
            }
            return Optional.of(content);
        } catch (DamagedFileException e) {
            problems.add(Problem.of(name, e));
            return Optional.empty();
        }
    }

    /** The same of a file that each run has from before its first cell. */
    Optional<byte[]> readRequired(String name) throws IOException {
        boolean begun = manifest.map(m -> !m.in(RunFolder.CELLS).isEmpty()).orElse(false);
        if (begun && !manifest.get().has(name) && !PlainFile.isThere(folder.resolve(name))) {
            problems.add(Problem.of(name, "is missing"));
        }
        return read(name);
    }

    /** The same of a file that a run writes anew while it goes on: a crash may have come before its new line in the manifest. */
    Optional<byte[]> readRewritten(String name) throws IOException {
        boolean noted = manifest.isPresent() && manifest.get().has(name);
        if (noted && !going || !PlainFile.isThere(folder.resolve(name))) {
            return read(name);
        }
        try {
            byte[] content = PlainFile.read(folder.resolve(name));
            if (manifest.isPresent() && !going) {
                problems.add(new Problem(name, 0, "is not in manifest.sha256: it cannot be checked", true));
            }
            return Optional.of(content);
        } catch (DamagedFileException e) {
            problems.add(Problem.of(name, e));
            return Optional.empty();
        }
    }

    /** The names in a folder of the run; empty where it is no folder, or is not there although the run wrote into it. */
    Optional<List<String>> names(String of) throws IOException {
        Path inner = folder.resolve(of);
        boolean there = PlainFile.isThere(inner);
        int written = manifest.map(m -> m.in(of).size()).orElse(0);
        if (!there && (written == 0 || going)) {
            return Optional.of(List.of());
        }
        if (!there) {
            problems.add(new Problem(of, 0, "is missing: the run wrote " + written + " files into it", true));
            return Optional.empty();
        }
        try {
            return Optional.of(PlainFile.names(inner));
        } catch (DamagedFileException e) {
            problems.add(Problem.of(of, e));
            return Optional.empty();
        }
    }
}
