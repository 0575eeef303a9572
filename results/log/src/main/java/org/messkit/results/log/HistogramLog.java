// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.log;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/**
 * {@code histograms.hlog} in HdrHistogram's log format, which its own reader and the usual plotters read. Times of intervals
 * count from the run's start. Not thread-safe.
 */
final class HistogramLog implements Closeable {
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9._+-]+");

    /** How lines of intervals begin. */
    static final String TAGGED = "Tag=";

    /** How lines of the file's head begin. */
    private static final Pattern HEAD = Pattern.compile("[#\"].*");

    private final Path path;
    private RandomAccessFile file;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final HistogramLogWriter writer = new HistogramLogWriter(line);

    private HistogramLog(Path path, RandomAccessFile file) {
        this.path = path;
        this.file = file;
    }

    /** Creates the file with its head. */
    static HistogramLog create(Path path, Instant start) throws IOException {
        // Not a channel: that one is closed for good if its thread is interrupted, and Ctrl-C must not cost the log.
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        HistogramLog log = new HistogramLog(path, file);
        log.writer.outputComment("[Mess Kit run format " + FormatVersion.CURRENT + "]");
        log.writer.outputLogFormatVersion();
        // Not the writer's own start line: that one prints the date in this machine's time zone.
        log.writer.outputComment(String.format(
                Locale.ROOT, "[StartTime: %.3f (seconds since epoch), %s]", start.toEpochMilli() / 1000.0, start));
        log.writer.outputBaseTime(start.toEpochMilli());
        log.writer.setBaseTime(start.toEpochMilli());
        log.writer.outputLegend();
        log.append();
        return log;
    }

    /**
     * Opens a file that a run left behind, without the lines of other cells and without a last line that was torn.
     *
     * @param prefixes how the tags of the lines begin that are kept
     */
    static HistogramLog resume(Path path, Instant start, List<String> prefixes) throws IOException {
        if (!Files.exists(path)) {
            return create(path, start);
        }
        keep(path, tag -> prefixes.stream().anyMatch(tag::startsWith));
        HistogramLog log = new HistogramLog(path, atEnd(path));
        log.writer.setBaseTime(start.toEpochMilli());
        return log;
    }

    /** Takes out the lines whose tags begin so. */
    void discard(String prefix) throws IOException {
        keep(path, tag -> !tag.startsWith(prefix));
        // The old one stays open until there is a new one: a full disk must not cost the log.
        RandomAccessFile before = file;
        file = atEnd(path);
        before.close();
    }

    private static void keep(Path path, Predicate<String> tags) throws IOException {
        String text = Files.readString(path, StandardCharsets.ISO_8859_1);
        String whole = text.substring(0, text.lastIndexOf('\n') + 1);
        List<String> kept = whole.lines()
                .filter(line -> HEAD.matcher(line).matches()
                        || line.startsWith(TAGGED) && tags.test(line.substring(TAGGED.length())))
                .toList();
        WholeFile.write(path, out -> out.write((String.join("\n", kept) + "\n").getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static RandomAccessFile atEnd(Path path) throws IOException {
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        file.seek(file.length());
        return file;
    }

    void append(String tag, Histogram histogram) throws IOException {
        if (!TAG.matcher(tag).matches()) {
            throw new IllegalArgumentException("a histogram's tag must match " + TAG + ", got: '" + tag + "'");
        }
        String before = histogram.getTag();
        histogram.setTag(tag);
        try {
            writer.outputIntervalHistogram(histogram);
        } finally {
            histogram.setTag(before);
        }
        append();
    }

    /** Appends the line whole, or leaves the file as it was. */
    private void append() throws IOException {
        long whole = file.getFilePointer();
        try {
            file.write(line.toByteArray());
        } catch (IOException e) {
            file.setLength(whole);
            throw new IOException("cannot write " + path + ": " + WholeFile.reason(e), e);
        } finally {
            line.reset();
        }
    }

    /** Has all that was appended on the disk. */
    void sync() throws IOException {
        file.getFD().sync();
    }

    @Override
    public void close() throws IOException {
        try (RandomAccessFile last = file) {
            last.getFD().sync();
        }
    }
}
