// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Outcome;
import org.messkit.testnodes.controller.run.Progress;

/** Progress on a terminal as one line that is rewritten, with the time left; elsewhere as one plain line per cell. */
final class ScreenProgress implements Progress, AutoCloseable {
    private static final int BAR = 24;
    private static final int WIDTH = 110;

    private final PrintWriter screen;
    private final boolean terminal;
    private int ended;
    private int of = 1;
    private String what = "";
    private String rate = "";
    private Duration left = Duration.ZERO;
    private boolean open;

    private ScreenProgress(PrintWriter screen, boolean terminal) {
        this.screen = screen;
        this.terminal = terminal;
    }

    static ScreenProgress on(PrintWriter screen) {
        boolean dumb = "dumb".equals(System.getenv("TERM"));
        return new ScreenProgress(screen, System.console() != null && !dumb && isTerminal());
    }

    /** From JDK 22 on there is a console even where the output is a file; the launcher knows. */
    private static boolean isTerminal() {
        return Boolean.parseBoolean(System.getProperty("messkit.terminal", "true"));
    }

    @Override
    public void doing(String now, Duration timeLeft) {
        what = now;
        rate = "";
        left = timeLeft;
        draw();
    }

    @Override
    public void passed(Duration piece, double transactionsPerSecond) {
        rate = String.format(Locale.ROOT, " %.0f/s", transactionsPerSecond);
        left = left.minus(piece);
        draw();
    }

    @Override
    public void ended(Cell cell, int all) {
        ended++;
        of = all;
        if (terminal) {
            draw();
        } else {
            screen.println(ended + "/" + all + " " + line(cell) + ", " + time(left) + " left");
            screen.flush();
        }
    }

    @Override
    public void close() {
        clear();
    }

    /** Takes the line off the screen. */
    void clear() {
        if (open) {
            screen.print("\r" + " ".repeat(WIDTH) + "\r");
            screen.flush();
            open = false;
        }
    }

    private void draw() {
        if (!terminal) {
            return;
        }
        int full = BAR * ended / of;
        String line = "[" + "#".repeat(full) + ".".repeat(BAR - full) + "] " + ended + (of > 1 ? "/" + of : "") + "  "
                + time(left) + " left  " + what + rate;
        String cut = line.length() > WIDTH ? line.substring(0, WIDTH) : line;
        screen.print("\r" + cut + " ".repeat(WIDTH - cut.length()));
        screen.flush();
        open = true;
    }

    private static String line(Cell cell) {
        String where = cell.service().name() + " " + cell.payload().bytes() + " B "
                + (cell.payload().shares().isEmpty() ? "" : cell.payload().shares() + " ")
                + (cell.payload().inFull() ? "full " : "") + Tables.load(cell.load()) + " fork " + cell.fork();
        return cell.outcome() == Outcome.MEASURED
                ? where
                        + String.format(
                                Locale.ROOT,
                                ": %.1f TPS",
                                cell.figures().orElseThrow().tps())
                : where + ": " + cell.outcome().label() + " (" + cell.reason() + ")";
    }

    static String time(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
