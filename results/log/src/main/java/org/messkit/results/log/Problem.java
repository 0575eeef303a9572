// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.log;

/**
 * What is wrong with a file of a run's folder. Nothing of that file takes part in a figure.
 *
 * @param file its path in the folder, with slashes
 * @param line where, from 1; 0 where it is the file as a whole
 * @param what a few words after the file's name, for example {@code is missing: the run wrote it}
 * @param mendable whether a run that goes on puts it right by itself
 */
public record Problem(String file, int line, String what, boolean mendable) {
    private static final int LONGEST = 300;

    /** Puts it on one line. */
    public Problem {
        String oneLine = what.replaceAll("\\p{Cntrl}+", " ").strip();
        what = oneLine.length() > LONGEST ? oneLine.substring(0, LONGEST) + "…" : oneLine;
    }

    /** Of a whole file; a run that goes on does not mend it. */
    static Problem of(String file, String what) {
        return new Problem(file, 0, what, false);
    }

    /** Where a file is damaged. */
    static Problem of(String file, DamagedFileException e) {
        return new Problem(file, e.line(), e.what(), false);
    }

    /** One line for the user, for example {@code cells/0003.xml:6 is damaged: …}. */
    public String text() {
        return file + (line > 0 ? ":" + line : "") + " " + what;
    }
}
