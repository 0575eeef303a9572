// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Outcome;
import org.messkit.results.log.Run;

/** Runs of stateful services: what is stored is accounted for. */
class PantryIT {
    @TempDir
    private Path folder;

    @Test
    void everyCellStartsFromTheBaseAndEndsWithWhatWasAcknowledged() throws Exception {
        Run run = run("pantry/h2@pox pantry/h2@soap11", "", "", 0);
        assertEquals(4, run.cells().size());
        for (Cell cell : run.cells()) {
            Cell.Stored stored = cell.figures().orElseThrow().stored().orElseThrow();
            assertEquals(30, stored.rowsBefore());
            assertTrue(stored.rowsAfter() > 30, stored.toString());
            assertTrue(stored.reconciles(), stored.toString());
            List<Cell.Operation> operations = cell.figures().orElseThrow().operations();
            assertTrue(operations.size() > 1, operations.toString());
            assertEquals(
                    cell.figures().orElseThrow().transactions(),
                    operations.stream().mapToLong(Cell.Operation::transactions).sum());
        }
        assertFalse(Files.exists(run.folder().resolve("store")));
        assertKeepsStatements(run, "h2", "insert into purchase_order (");
        String seconds = Files.readString(run.folder().resolve("monitor/0001.csv"));
        assertTrue(seconds.lines().findFirst().orElse("").endsWith(",store_file_write_per_s"), seconds);
        String report = Files.readString(run.folder().resolve("report.html"));
        assertTrue(report.contains("What the services keep") && report.contains("as expected"), "no table");
        assertTrue(report.contains(" · durability: process"), "the charts do not say what is promised");
        assertTrue(Files.readString(run.folder().resolve("environment.xml")).contains("WRITE_DELAY=0"));
    }

    @Tag("slow")
    @Test
    void theServiceOfAVariantIsAccountedForToo() throws Exception {
        Run run = run("pantry/store-basex+sharded@pox", "messkit.store.durability=none", "", 0);
        for (Cell cell : run.cells()) {
            assertTrue(cell.figures().orElseThrow().stored().orElseThrow().reconciles(), cell.toString());
        }
        assertKeepsStatements(run, "store-basex+sharded", "insert-order");
        assertEquals(Optional.of("8"), run.environment().value("store store-basex+sharded", "databases"));
    }

    /** A statement that begins so was counted, and oftener than the base alone needs it. */
    private static void assertKeepsStatements(Run run, String store, String statement) throws Exception {
        String statements = Files.readString(run.folder().resolve("logs/" + store + "-statements.log"));
        Matcher found = Pattern.compile("max [0-9.]+ ms, mean [0-9.]+ ms, ([0-9]+) times: " + Pattern.quote(statement))
                .matcher(statements);
        assertTrue(found.find() && Long.parseLong(found.group(1)) > 30, statements);
    }

    @ParameterizedTest
    @CsvSource({"lost, but not of the content that was acknowledged", "twice, rows, it holds"})
    void whatNoAnswerShowsIsInconsistent(String fault, String reason) throws Exception {
        Path rooms = PlantedRoom.build(
                folder.resolve("rooms"), FaultyStore.class, "faulty", "pantry", "h2", "no jar begins so");
        Run run = run("pantry/faulty@pox", "messkit.fault=" + fault, rooms.toString(), 4);
        for (Cell cell : run.cells()) {
            assertEquals(Outcome.INCONSISTENT, cell.outcome(), cell.reason());
            assertTrue(cell.reason().contains(reason), cell.reason());
        }
    }

    private Run run(String services, String property, String rooms, int exitCode) throws Exception {
        String text = """
                <scenario xmlns="urn:messkit:scenario:1" name="it" seed="1">
                  <services>%s</services>
                  <payload bytes="5000"/>
                  <closed concurrency="1 3"/>
                  <timing warmup="300ms" settle="100ms" window="500ms"/>
                  <store orders="30" mix="insert 50 update 50"/>
                  <service-jvm heap="256m" properties="%s"/>
                  <testnode heap="128m"/>
                  <limits other-work="accepted" compilers="accepted" ceiling="none"/>
                </scenario>
                """.formatted(services, property);
        Path scenario = Files.writeString(folder.resolve("it.xml"), text);
        Path out = folder.resolve("run");
        List<String> options = rooms.isEmpty() ? List.of() : List.of("-Dmesskit.rooms=" + rooms + File.pathSeparator);
        try (Kit kit = Kit.start(folder, options, "run", scenario.toString(), "--out", out.toString())) {
            if (exitCode == 0) {
                kit.assertHolds(out);
            } else {
                assertEquals(exitCode, kit.exitCode(), kit::outputOrNothing);
            }
        }
        return Kit.read(out);
    }
}
