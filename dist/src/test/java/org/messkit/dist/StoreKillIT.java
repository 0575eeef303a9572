// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Outcome;
import org.messkit.results.log.Run;
import org.messkit.services.spi.ServiceName;
import org.messkit.testnodes.controller.process.ServiceProcess;

/** Stores and services that are killed: what was acknowledged is there, nothing runs on, the next one starts clean. */
class StoreKillIT {
    private static final int USERS = 4;
    private static final int ACKNOWLEDGED = 60;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "h2, process, service, bin/java",
        "pg-shredded, process, database, bin/postgres",
        "pg-text, disk, database, bin/postgres",
        "pg-xml, disk, service, bin/java"
    })
    void whatWasAcknowledgedIsThereAfterAKill(String technology, String level, String killed, String program)
            throws Exception {
        assertIsThereAfterAKill(technology, level, killed, program);
    }

    @Tag("slow")
    @ParameterizedTest
    @CsvSource({
        "pg-text, process, service, bin/java",
        "pg-text, process, database, bin/postgres",
        "pg-xml, process, database, bin/postgres",
        "pg-shredded, disk, service, bin/java"
    })
    void inTheOtherDesignsToo(String technology, String level, String killed, String program) throws Exception {
        assertIsThereAfterAKill(technology, level, killed, program);
    }

    private void assertIsThereAfterAKill(String technology, String level, String killed, String program)
            throws Exception {
        ServiceName name = ServiceName.parse("pantry/" + technology + "@pox");
        Queue<String> acknowledged = killed(name, level, killed, program);
        try (ServiceProcess again = start(name, level)) {
            for (String id : acknowledged) {
                String answer = PantryService.ask(
                        again.url(name),
                        "<GetOrder xmlns='urn:messkit:pantry:1'><OrderId>" + id + "</OrderId></GetOrder>");
                assertTrue(answer.contains("<FoundOrder"), id + " was acknowledged, and is gone: " + answer);
            }
            assertTrue(again.state().rows() >= acknowledged.size());
        }
    }

    /** BaseX promises nothing of a database that was being written; what matters is that it is not taken for a whole one. */
    @Tag("slow")
    @ParameterizedTest
    @CsvSource({"basex-server, database, bin/java", "store-basex, service, bin/java", "basex-server, service, bin/java"
    })
    void aStoreThatPromisesNothingStartsEmptyAfterAKill(String technology, String killed, String program)
            throws Exception {
        ServiceName name = ServiceName.parse("pantry/" + technology + "@pox");
        killed(name, "", killed, program);
        try (ServiceProcess again = start(name, "")) {
            assertEquals(0, again.state().rows());
            assertTrue(PantryService.ask(again.url(name), PantryService.order("new"))
                    .contains("inserted"));
        }
        try (ServiceProcess closed = start(name, "")) {
            assertEquals(1, closed.state().rows(), "what a service closed is there when the next one starts");
        }
    }

    @Test
    void aRunWhoseDatabaseIsKilledEndsAsServiceFailedAndTheNextStartsClean() throws Exception {
        Path scenario = assertEndsAsServiceFailed("process", "bin/postgres");
        Path next = folder.resolve("next");
        try (Kit kit = Kit.start(folder, List.of(), "run", scenario.toString(), "--out", next.toString())) {
            kit.awaitCells(next, 1);
            List<ProcessHandle> children = kit.children();
            kit.handle().destroyForcibly();
            Kit.awaitGone(children);
        }
        Cell first = Kit.read(next).cells().get(0);
        assertTrue(Kit.holds(first), first::toString);
    }

    @Test
    void aRunWhoseServiceIsKilledDoesSoToo() throws Exception {
        assertEndsAsServiceFailed("disk", "HostMain");
    }

    /** Kills the child with that word on its command line, in a run at that level. */
    private Path assertEndsAsServiceFailed(String level, String killed) throws Exception {
        Path scenario = Files.writeString(folder.resolve("kill.xml"), """
                <scenario xmlns="urn:messkit:scenario:1" name="it" seed="1">
                  <services>pantry/pg-text@pox</services>
                  <payload bytes="5000"/>
                  <closed concurrency="1 2 4"/>
                  <timing warmup="200ms" settle="100ms" window="1s"/>
                  <store orders="20"/>
                  <service-jvm heap="256m" properties="messkit.store.durability=%s"/>
                  <testnode heap="128m"/>
                  <limits other-work="accepted" compilers="accepted" ceiling="none"/>
                </scenario>
                """.formatted(level));
        Path out = folder.resolve("run");
        try (Kit kit = Kit.start(folder, List.of(), "run", scenario.toString(), "--out", out.toString())) {
            kit.awaitCells(out, 1);
            List<ProcessHandle> children = kit.children();
            kit.child(killed).destroyForcibly();
            assertEquals(5, kit.exitCode(), kit::outputOrNothing);
            Kit.awaitGone(children);
        }
        Run run = Kit.read(out);
        Cell first = run.cells().get(0);
        assertTrue(Kit.holds(first), first::toString);
        assertEquals(3, run.cells().size());
        assertEquals(
                1,
                run.cells().stream()
                        .filter(cell -> cell.outcome() == Outcome.SERVICE_FAILED)
                        .count(),
                run.cells().toString());
        assertEquals("complete", run.end().orElseThrow());
        assertTrue(Files.exists(out.resolve("report.html")));
        assertFalse(Files.exists(out.resolve("store")), "the store's folder is left");
        assertTrue(
                Files.readString(out.resolve("logs/pg-text-postgres.log")).contains("database system is ready"),
                "what the database said is not kept");
        return scenario;
    }

    /** Has users insert, kills the service or its database meanwhile, and awaits the end of all processes. */
    private Queue<String> killed(ServiceName name, String level, String killed, String program) throws Exception {
        Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
        List<ProcessHandle> processes = new ArrayList<>();
        try (ServiceProcess service = start(name, level)) {
            List<Thread> users = insert(service.url(name), acknowledged);
            Kit.await("acknowledgements", () -> acknowledged.size() >= ACKNOWLEDGED);
            processes.add(service.handle());
            service.handle().descendants().forEach(processes::add);
            if (killed.equals("service")) {
                service.kill();
            } else {
                processes.stream()
                        .skip(1)
                        .filter(process -> process.info().command().orElse("").endsWith(program))
                        .forEach(ProcessHandle::destroyForcibly);
            }
            for (Thread user : users) {
                user.join();
            }
            Kit.awaitGone(processes);
        }
        return acknowledged;
    }

    private ServiceProcess start(ServiceName name, String level) throws IOException {
        return PantryService.start(name, folder, level);
    }

    /** Users who insert until they are not answered any more. */
    private static List<Thread> insert(String url, Queue<String> acknowledged) {
        AtomicInteger next = new AtomicInteger();
        List<Thread> users = new ArrayList<>();
        for (int i = 0; i < USERS; i++) {
            Thread user = new Thread(() -> {
                try {
                    while (true) {
                        String id = "K" + next.incrementAndGet();
                        if (!PantryService.ask(url, PantryService.order(id)).contains("inserted")) {
                            return;
                        }
                        acknowledged.add(id);
                    }
                } catch (IOException e) {
                    // The service is gone.
                }
            });
            user.start();
            users.add(user);
        }
        return users;
    }
}
