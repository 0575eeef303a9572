// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.log;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** {@code summary.csv} and {@code summary.json}: made of the cells, and made anew by every report. */
public final class Summaries {
    private Summaries() {}

    /** Writes both into the run's folder, in place of older ones. */
    public static void write(Run run) throws IOException {
        StringBuilder csv = new StringBuilder();
        SummaryCsv.write(run.cells(), csv);
        write(run.folder().resolve(RunFolder.SUMMARY_CSV), csv);
        StringBuilder json = new StringBuilder();
        SummaryJson.write(run, json);
        write(run.folder().resolve(RunFolder.SUMMARY_JSON), json);
    }

    private static void write(Path file, CharSequence text) throws IOException {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        WholeFile.write(file, out -> out.write(bytes));
    }
}
