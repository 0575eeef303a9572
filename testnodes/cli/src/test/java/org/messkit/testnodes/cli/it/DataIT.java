// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.cli.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.messkit.services.spi.ServiceName;
import org.messkit.testnodes.controller.process.ServiceProcess;

/** Data of stores that stay: each verb is a process of its own, and finds what the one before left. */
@Tag("slow")
class DataIT {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"h2", "store-basex"})
    void whatIsLoadedIsVerifiedAndComesBackByReset(String technology) throws Exception {
        String service = "pantry/" + technology + "@pox";
        String stores = folder.resolve("stores").toString();
        data(
                0,
                "120 orders",
                "load",
                service,
                "--folder",
                stores,
                "--orders",
                "60",
                "--payload",
                "3000",
                "--payload",
                "5kB");
        data(
                0,
                "as expected",
                "verify",
                service,
                "--folder",
                stores,
                "--orders",
                "60",
                "--payload",
                "3000",
                "--payload",
                "5kB");
        // Orders of other content, and other orders.
        data(
                3,
                "the content differs",
                "verify",
                service,
                "--folder",
                stores,
                "--orders",
                "60",
                "--payload",
                "3000",
                "--payload",
                "5kB",
                "--seed",
                "2");
        data(
                3,
                "there should be 60 orders",
                "verify",
                service,
                "--folder",
                stores,
                "--orders",
                "60",
                "--payload",
                "3000");
        insertOne(ServiceName.parse(service), folder.resolve("stores").resolve(technology));
        data(
                3,
                "there should be 120 orders; 121 orders",
                "verify",
                service,
                "--folder",
                stores,
                "--orders",
                "60",
                "--payload",
                "3000",
                "--payload",
                "5kB");
        data(0, "reset; 120 orders", "reset", service, "--folder", stores);
        data(
                0,
                "as expected",
                "verify",
                service,
                "--folder",
                stores,
                "--orders",
                "60",
                "--payload",
                "3000",
                "--payload",
                "5kB");
    }

    @Test
    void servicesWithoutDataAndStoresWithoutAPlaceAreRefused() throws Exception {
        data(2, "tv-dinner/jaxb@pox keeps no data", "load", "tv-dinner/jaxb@pox", "--folder", folder.toString());
        data(2, "--folder or --jdbc-url", "verify", "pantry/h2@pox");
        data(2, "--orders must be at least 1", "load", "pantry/h2@pox", "--orders", "0", "--folder", folder.toString());
    }

    private void insertOne(ServiceName name, Path store) throws Exception {
        try (ServiceProcess service = PantryService.start(name, folder, List.of("-Dmesskit.store.folder=" + store))) {
            assertTrue(PantryService.ask(service.url(name), PantryService.order("one"))
                    .contains("inserted"));
        }
    }

    private void data(int exitCode, String said, String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of("data"));
        all.addAll(List.of(arguments));
        try (Kit kit = Kit.start(folder, List.of(), all.toArray(String[]::new))) {
            assertEquals(exitCode, kit.exitCode(), kit::outputOrNothing);
            assertTrue(kit.output().contains(said), kit::outputOrNothing);
        }
    }
}
