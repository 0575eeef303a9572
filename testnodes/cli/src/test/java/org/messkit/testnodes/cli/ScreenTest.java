// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.messkit.loads.ClosedLoad;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Outcome;

class ScreenTest {
    @Test
    void columnsAreAsWideAsTheirWidestCellAndNumbersStandRight() {
        Table table = new Table("name", "count", "note");
        table.row("a", "7", "x");
        table.row("longer", "1,234", "");
        table.row("c", "–", "much longer");
        assertEquals("""
                name    count  note
                a           7  x
                longer  1,234
                c           –  much longer
                """, table.toString().replace(System.lineSeparator(), "\n"));
    }

    @Test
    void payloadsOfTheSameBytesAreToldApart() {
        List<Cell> cells = Stream.of(
                        new Cell.Payload(5000, 60, 9),
                        new Cell.Payload(5000, 60, 5),
                        new Cell.Payload(6000, 60, 5),
                        new Cell.Payload(5000, 60, 0))
                .map(payload -> new Cell(
                        1,
                        new Cell.Service("buffet/dom@pox", "buffet", "dom", "", "pox"),
                        payload,
                        new ClosedLoad(4),
                        1,
                        Outcome.SERVICE_FAILED,
                        "it ended",
                        Optional.empty()))
                .toList();
        assertEquals(
                List.of("5000", "5000, 60 elements, depth 5", "5000, 60 elements, depth 9", "6000"),
                Tables.cells(cells)
                        .toString()
                        .lines()
                        .skip(1)
                        .map(line -> line.split(" {2,}")[1])
                        .toList());
    }

    @Test
    void payloadsOfTheSameShapeAreToldApartByTheirShares() {
        Cell own = cell(Outcome.SKIPPED);
        Cell.Payload little = new Cell.Payload(5000, 1, 1, "summary", Optional.of(0.1), Optional.empty());
        Cell.Payload much = new Cell.Payload(5000, 1, 1, "full", Optional.of(0.9), Optional.of(0.5));
        assertEquals(
                List.of("5000", "5000, share 0.1", "5000, share 0.9, invalid 0.5 full"), payloads(own, much, little));
        assertEquals(List.of("5000"), payloads(own.withPayload(little)), "the size tells it");
    }

    private static List<String> payloads(Cell first, Cell.Payload... others) {
        List<Cell> cells = Stream.concat(Stream.of(first), Stream.of(others).map(first::withPayload))
                .toList();
        return Tables.cells(cells)
                .toString()
                .lines()
                .skip(1)
                .map(line -> line.split(" {2,}")[1])
                .toList();
    }

    @Test
    void aTableWithoutRowsIsItsHeader() {
        assertEquals("one  two", new Table("one", "two").toString().strip());
    }

    @ParameterizedTest
    @CsvSource({"0, 0:00", "59, 0:59", "60, 1:00", "3599, 59:59", "3600, 1:00:00", "90061, 25:01:01", "-5, 0:00"})
    void timeIsMinutesAndSecondsAndHoursWhereThereAreAny(long seconds, String shown) {
        assertEquals(shown, ScreenProgress.time(Duration.ofSeconds(seconds)));
    }

    @Test
    void timeIsInDigitsThatEverybodyReads() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            assertEquals("1:05", ScreenProgress.time(Duration.ofSeconds(65)));
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                           | 4",
                "MEASURED MEASURED          | 0",
                "MEASURED SKIPPED           | 0",
                "SKIPPED SKIPPED            | 4",
                "MEASURED ERRORS            | 4",
                "MEASURED INCONSISTENT      | 4",
                "MEASURED CONSUMER_LIMITED  | 4",
                "LOST_NODE MEASURED         | 4",
                "MEASURED SERVICE_FAILED    | 5",
                "SERVICE_FAILED ERRORS      | 5",
                "SERVICE_FAILED SKIPPED     | 5"
            })
    void theWorstCellDecidesAndNoSamplesAreNeverFine(String outcomes, int code) {
        List<Cell> cells = outcomes == null
                ? List.of()
                : Stream.of(outcomes.split(" "))
                        .map(Outcome::valueOf)
                        .map(ScreenTest::cell)
                        .toList();
        assertEquals(code, Measuring.exitCode(cells));
    }

    private static Cell cell(Outcome outcome) {
        return new Cell(
                1,
                new Cell.Service("null/baseline@pox", "null", "baseline", "", "pox"),
                new Cell.Payload(5000, 1, 1),
                new ClosedLoad(1),
                1,
                outcome,
                "",
                Optional.empty());
    }
}
