// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import org.messkit.results.index.RunIndex;
import org.messkit.results.log.Run;

/** Writes the sample runs' reports under a folder, for looking at in a browser. */
final class SampleReport {
    private SampleReport() {}

    public static void main(String[] arguments) throws IOException {
        Map<String, Function<Path, Run>> runs = Map.of(
                "full", SampleRuns::full,
                "one", SampleRuns::onePayload,
                "empty", SampleRuns::empty,
                "failed", SampleRuns::allFailed,
                "hostile", SampleRuns::hostile);
        for (Map.Entry<String, Function<Path, Run>> run : runs.entrySet()) {
            Path folder = Files.createDirectories(Path.of(arguments[0], run.getKey()));
            Report.write(RunIndex.of(run.getValue().apply(folder)));
        }
    }
}
