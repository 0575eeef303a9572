// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.messkit.results.index.RunIndex;
import org.messkit.results.index.files.IndexFiles;
import org.messkit.results.log.Run;
import org.messkit.results.log.RunLock;
import org.messkit.results.log.Summaries;
import org.messkit.results.report.Report;

/** What is made of a run's folder when it is finished: summaries, index files and the report. */
final class Conclusions {
    private Conclusions() {}

    /**
     * Judges the run and writes what comes of it into its folder.
     *
     * @return the report
     */
    static Path write(Run run) throws IOException {
        return write(RunIndex.of(run));
    }

    /** Writes what comes of a judged run. What the run itself wrote stays as it is. */
    static Path write(RunIndex index) throws IOException {
        return RunLock.under(index.run().folder(), () -> {
            Summaries.write(index.run());
            IndexFiles.write(index);
            return Report.write(index);
        });
    }
}
