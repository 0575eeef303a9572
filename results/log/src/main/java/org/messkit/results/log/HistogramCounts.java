// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.log;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/** How many transactions of each cell {@code histograms.hlog} has. Of one thread. */
final class HistogramCounts {
    private static final Pattern SERVICE_TIMES =
            Pattern.compile("Tag=(\\d{4,9})\\.node\\d+\\.service,[^,]*,[^,]*,[^,]*,(.*)");
    private static final Pattern OTHERS = Pattern.compile("Tag=[A-Za-z0-9._+-]+,[^,]*,[^,]*,[^,]*,.*|[#\"].*");

    /** Beyond so many problems nobody reads on. */
    private static final int MOST = 1_000;

    private final List<Problem> problems;
    private final Map<Integer, Long> counts = new HashMap<>();

    private HistogramCounts(List<Problem> problems) {
        this.problems = problems;
    }

    /**
     * Asks again whether no transaction was lost: the intervals of a valid cell have as many as its figures.
     *
     * @param ended whether the last line must be whole
     * @return the cells of which that holds; the others are among the problems
     */
    static List<Cell> proven(Path folder, List<Cell> cells, boolean ended, List<Problem> problems) throws IOException {
        HistogramCounts counted = new HistogramCounts(problems);
        Path file = folder.resolve(RunFolder.HISTOGRAMS);
        try {
            counted.read(file, ended);
        } catch (DamagedFileException e) {
            // A run that goes on begins a new file where there is none.
            problems.add(new Problem(RunFolder.HISTOGRAMS, e.line(), e.what(), !PlainFile.isThere(file)));
        }
        List<Cell> proven = new ArrayList<>();
        for (Cell cell : cells) {
            long has = counted.counts.getOrDefault(cell.id(), 0L);
            long should = cell.outcome().isValid()
                    ? cell.figures().map(Cell.Figures::transactions).orElse(has)
                    : has;
            if (has == should) {
                proven.add(cell);
            } else {
                problems.add(Problem.of(
                        RunFolder.CELLS + "/" + RunFolder.cellFile(cell.id()),
                        "is inconsistent: it has " + should + " transactions, histograms.hlog has " + has));
            }
        }
        return proven;
    }

    private void read(Path file, boolean ended) throws IOException {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(PlainFile.open(file), StandardCharsets.ISO_8859_1))) {
            int number = 0;
            String line = in.readLine();
            while (line != null) {
                String next = in.readLine();
                number++;
                boolean torn = next == null && !ended;
                if (!counts(line) && !torn) {
                    // A run that goes on leaves such a line out.
                    problems.add(new Problem(RunFolder.HISTOGRAMS, number, "is damaged: no interval", true));
                    if (problems.size() > MOST) {
                        return;
                    }
                }
                line = next;
            }
        }
    }

    private boolean counts(String line) {
        Matcher times = SERVICE_TIMES.matcher(line);
        if (!times.matches()) {
            return OTHERS.matcher(line).matches();
        }
        try {
            byte[] packed = Base64.getDecoder().decode(times.group(2));
            Histogram interval = Histogram.decodeFromCompressedByteBuffer(ByteBuffer.wrap(packed), 0);
            counts.merge(Integer.valueOf(times.group(1)), interval.getTotalCount(), Long::sum);
            return true;
        } catch (DataFormatException | RuntimeException e) {
            // The library throws what its arithmetic comes to on bytes that are none of a histogram.
            return false;
        }
    }
}
