// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.messkit.results.index.MadeRun;
import org.messkit.results.index.RunIndex;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Expectation;
import org.messkit.results.log.Run;
import org.messkit.results.log.RunInfo;

/** Payloads of the same bytes have different names wherever a table has a row for each. */
class PayloadNamesTest {
    private static final Cell CELL = new MadeRun()
            .cell("stax", 5_000, 1, 1, 100, MadeRun.Seen.quiet(0.5, 0.2))
            .cells()
            .get(0);
    private static final Cell DEEP = CELL.withPayload(new Cell.Payload(5_000, 125, 40));

    @Test
    void theSizeIsEnoughWhereItTellsThePayload() {
        PayloadNames names = PayloadNames.of(List.of(CELL, CELL.withPayload(new Cell.Payload(20_000, 500, 8))));
        assertEquals("5,000", names.of(CELL));
        assertEquals("", names.shape(CELL));
        Cell full = CELL.withPayload(new Cell.Payload(5_000, 125, 8, "full"));
        assertEquals("5,000", PayloadNames.of(List.of(CELL, full)).of(full), "the service's name says so");
    }

    @Test
    void theShapeIsAddedWhereItDoesNot() {
        PayloadNames names = PayloadNames.of(List.of(CELL, DEEP));
        assertEquals("5,000 (depth 8, 125 elements)", names.of(CELL));
        assertEquals("5,000 (depth 40, 125 elements)", names.of(DEEP));
        assertEquals("depth 40, 125 elements", names.shape(DEEP));
    }

    @Test
    void soAreTheShares() {
        Cell little = CELL.withPayload(asked(Optional.of(0.1), Optional.empty()));
        Cell much = CELL.withPayload(asked(Optional.of(0.9), Optional.of(0.5)));
        PayloadNames names = PayloadNames.of(List.of(little, much, CELL));
        assertEquals("5,000 (depth 8, 125 elements, share 0.1)", names.of(little));
        assertEquals("5,000 (depth 8, 125 elements, share 0.9, invalid 0.5)", names.of(much));
        assertEquals("5,000 (depth 8, 125 elements)", names.of(CELL));
    }

    private static Cell.Payload asked(Optional<Double> share, Optional<Double> invalid) {
        return new Cell.Payload(5_000, 125, 8, "summary", share, invalid);
    }

    @Test
    void noTableHasTwoPayloadsOfOneName() {
        Expectation least = new Expectation(
                List.of(CELL.service().name()),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalDouble.empty(),
                Expectation.Figure.TPS,
                50,
                "",
                false);
        Run made = new MadeRun().run();
        RunInfo i = made.info();
        RunInfo info = new RunInfo(i.id(), "", "", i.start(), i.seed(), 2, i.notes(), i.settings(), List.of(least));
        List<Sheet> sheets = Sheets.of(RunIndex.of(
                new Run(made.folder(), info, Optional.of("complete"), made.environment(), List.of(CELL, DEEP))));
        List<String> seen = new ArrayList<>();
        for (Sheet sheet : sheets) {
            if (sheet.heads().contains("#Payload (bytes)") && sheet.rows().size() == 2) {
                int column = sheet.heads().indexOf("#Payload (bytes)");
                assertEquals(
                        List.of("5,000 (depth 8, 125 elements)", "5,000 (depth 40, 125 elements)"),
                        sheet.rows().stream().map(row -> row.get(column)).toList(),
                        sheet.title());
                seen.add(sheet.title());
            }
        }
        assertEquals(
                List.of(
                        "Expectations",
                        "Range and peak",
                        "What limits it",
                        "Law",
                        "Cost",
                        "TPS within answer times",
                        "Each level"),
                seen);
    }
}
