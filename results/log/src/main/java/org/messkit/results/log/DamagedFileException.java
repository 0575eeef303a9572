// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.log;

import java.io.IOException;
import java.nio.file.Path;

/** A file that is not what a run writes. Its message is one line for the user. */
final class DamagedFileException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final String what;

    /**
     * Says so.
     *
     * @param line from 1; 0 where it is the file as a whole
     * @param what a few words after the file's name
     */
    DamagedFileException(Path file, int line, String what) {
        super(file + (line > 0 ? ":" + line : "") + " " + what);
        this.line = line;
        this.what = what;
    }

    int line() {
        return line;
    }

    String what() {
        return what;
    }
}
