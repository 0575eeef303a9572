// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The docs say the thresholds that are judged by. */
class RulesTest {
    private static final Path DOCS = Path.of("../../docs");

    @Test
    void theTableOfThresholdsIsThatOfTheDocs() throws IOException {
        String section = Files.readString(DOCS.resolve("judging.md")).replaceFirst("(?s).*\n## The thresholds\n", "");
        String table = section.replaceFirst("(?s)\n## .*", "")
                .lines()
                .filter(line -> line.startsWith("|"))
                .collect(Collectors.joining("\n"));
        String rules = Stream.of(Rules.values())
                .map(rule -> "| " + rule.bounds() + " | " + rule.text() + " | " + rule.reason() + " |")
                .collect(Collectors.joining("\n"));
        assertEquals("| threshold | value | why |\n|---|---|---|\n" + rules, table);
    }

    @Test
    void judgingSaysThemWhereItExplains() throws IOException {
        String docs = prose("judging.md");
        for (String said : List.of(
                "the least CR that reaches " + Rules.REACHES.text() + " of the top",
                "below " + Rules.REACHES.text() + " of the top",
                "| TPS, within " + Rules.PAYLOAD.text() + " |",
                "a residual error above " + Rules.POOREST_FIT.text() + " of TPS",
                "laws within " + Rules.TOLD_APART.text() + " of it",
                "(F test, " + Rules.UNLIKELY.text() + "); with single forks laws within "
                        + Rules.TOLD_APART_ALONE.text(),
                "by more than " + Rules.TOO_SLOW.text() + " times what CR has",
                "nothing inside waits, and link ≥ " + Rules.NETWORK_LINK.text() + " full",
                "server CPU ≥ " + Rules.FULL.text() + " (≥ " + Rules.SERVER_FULL.text() + " the level before)",
                "more than " + Rules.WAITING.text() + " of the time waiting for a pool",
                "disk busy > " + Rules.DISK_BUSY.text(),
                "more than " + Rules.COLLECTING.text() + " of the time in garbage collection",
                "TPS about equal (" + Rules.SAME_TPS.text() + ")",
                "consumer CPU ≥ " + Rules.FULL.text() + "; or consumer CPU > " + Rules.NODE_BUSY.text(),
                "of which it used more than " + Rules.NETWORK_CONSUMER.text(),
                "link ≥ " + Rules.LINK_FULL.text() + " full; or server CPU ≤ " + Rules.NETWORK_SERVER.text()
                        + ", consumer CPU ≤ " + Rules.NETWORK_CONSUMER.text(),
                "server CPU ≤ " + Rules.SERVER_FREE.text() + ", more than",
                "that is more than " + Rules.SAME_TPS.text() + " higher",
                "above " + Rules.NEAR_CEILING.text() + " it is said that this is not the service's own limit",
                "Bartlett's test (" + Rules.FORKS_DIFFER.text() + ")",
                "(Holm over the whole table, " + Rules.CLAIM.text() + ") and by " + Rules.MARGIN.text() + " or more",
                "where two machines differ by more than " + Rules.SAME_SPEED.text())) {
            assertTrue(docs.contains(said), said);
        }
    }

    @Test
    void measuringSaysThemWhereItProves() throws IOException {
        String docs = prose("measuring.md");
        for (String said : List.of(
                "= CR within " + Rules.CYCLE.text(),
                "it used at most " + Rules.NODE_BUSY.text() + " of its cores, and these were busy at most "
                        + Rules.NODE_CORES.text(),
                "not surely more than " + Rules.LATE.text() + " began late",
                "at least " + Math.round(100 * (1 - Rules.KEPT_UP.value())) + " % of what was due in the window",
                "no change was found that is surely " + Rules.DRIFT.text() + " or more, no trend of "
                        + Rules.TREND.text())) {
            assertTrue(docs.contains(said), said);
        }
    }

    /** A page without its line ends, which stand wherever a line was full. */
    private static String prose(String name) throws IOException {
        return Files.readString(DOCS.resolve(name)).replaceAll("\\s+", " ");
    }
}
