// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.cli.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.messkit.results.log.Outcome;
import org.messkit.results.log.Run;
import org.messkit.services.spi.ServiceName;
import org.messkit.testnodes.controller.Home;
import org.messkit.testnodes.controller.process.JvmSettings;
import org.messkit.testnodes.controller.process.ServiceProcess;

/** Stores and services that are killed: what was acknowledged is there, nothing runs on, the next one starts clean. */
class StoreKillIT {
    private static final int USERS = 4;
    private static final int ACKNOWLEDGED = 60;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"h2, service", "pg-text, service", "pg-text, database", "pg-shredded, database"})
    void whatWasAcknowledgedIsThereAfterAKill(String technology, String killed) throws Exception {
        ServiceName name = ServiceName.parse("pantry/" + technology + "@pox");
        Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
        List<ProcessHandle> processes = new ArrayList<>();
        try (ServiceProcess service = start(name)) {
            List<Thread> users = insert(service.url(name), acknowledged);
            Kit.await("acknowledgements", () -> acknowledged.size() >= ACKNOWLEDGED);
            processes.add(service.handle());
            service.handle().descendants().forEach(processes::add);
            if (killed.equals("service")) {
                service.kill();
            } else {
                processes.stream()
                        .filter(process -> process.info().command().orElse("").endsWith("bin/postgres"))
                        .forEach(ProcessHandle::destroyForcibly);
            }
            for (Thread user : users) {
                user.join();
            }
            Kit.awaitGone(processes);
        }
        try (ServiceProcess again = start(name)) {
            for (String id : acknowledged) {
                String answer = ask(
                        again.url(name),
                        "<GetOrder xmlns='urn:messkit:pantry:1'><OrderId>" + id + "</OrderId></GetOrder>");
                assertTrue(answer.contains("<FoundOrder"), id + " was acknowledged, and is gone: " + answer);
            }
            assertTrue(again.state().rows() >= acknowledged.size());
        }
    }

    @Test
    void aRunWhoseDatabaseIsKilledEndsAsServiceFailedAndTheNextStartsClean() throws Exception {
        Path scenario = Files.writeString(folder.resolve("kill.xml"), """
                <scenario xmlns="urn:messkit:scenario:1" name="it" seed="1">
                  <services>pantry/pg-text@pox</services>
                  <payload bytes="5000"/>
                  <closed concurrency="1 2 4"/>
                  <timing warmup="200ms" settle="100ms" window="2s"/>
                  <store orders="20"/>
                  <service-jvm heap="256m"/>
                  <testnode heap="128m"/>
                  <limits other-work="accepted" ceiling="none"/>
                </scenario>
                """);
        Path out = folder.resolve("run");
        try (Kit kit = Kit.start(folder, List.of(), "run", scenario.toString(), "--out", out.toString())) {
            kit.awaitCells(out, 1);
            List<ProcessHandle> children = kit.children();
            kit.child("bin/postgres").destroyForcibly();
            assertEquals(5, kit.exitCode(), kit::outputOrNothing);
            Kit.awaitGone(children);
        }
        Run run = Kit.read(out);
        assertEquals(
                Outcome.MEASURED,
                run.cells().get(0).outcome(),
                run.cells().get(0).reason());
        assertTrue(
                run.cells().stream().anyMatch(cell -> cell.outcome() == Outcome.SERVICE_FAILED),
                run.cells().toString());
        assertFalse(Files.exists(out.resolve("store")), "the store's folder is left");
        Path next = folder.resolve("next");
        try (Kit kit = Kit.start(folder, List.of(), "run", scenario.toString(), "--out", next.toString())) {
            kit.awaitCells(next, 1);
            List<ProcessHandle> children = kit.children();
            kit.handle().destroyForcibly();
            Kit.awaitGone(children);
        }
        assertEquals(Outcome.MEASURED, Kit.read(next).cells().get(0).outcome());
    }

    private ServiceProcess start(ServiceName name) throws IOException {
        Home home = new Home(Kit.home());
        JvmSettings jvm = new JvmSettings(Home.java(), "256m", "Parallel", List.of(0, 1), false);
        ServiceProcess.Options options =
                new ServiceProcess.Options(List.of(), List.of("-Dmesskit.store.folder=" + folder.resolve("store")));
        return ServiceProcess.start(home.rooms().of(name), List.of(name), jvm, options, folder.resolve("service.log"));
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
                        if (!ask(url, order(id)).contains("inserted")) {
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

    private static String order(String id) {
        return "<InsertOrder xmlns='urn:messkit:pantry:1'><PurchaseOrder><OrderId>" + id
                + "</OrderId><Contract>c</Contract><CallOff>1</CallOff><Status>open</Status><Party><Dealer>d</Dealer><Name/><City/>"
                + "</Party><Lines><Line><ItemId>i</ItemId><Quantity>1</Quantity><UnitPrice>1.00</UnitPrice><Description/></Line>"
                + "</Lines><Note/></PurchaseOrder></InsertOrder>";
    }

    private static String ask(String url, String body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "text/xml; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
}
