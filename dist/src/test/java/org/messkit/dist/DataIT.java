// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.dist;

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
    private static final String[] ORDERS = {"--orders", "60", "--payload", "3000", "--payload", "5kB"};

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"h2", "store-basex"})
    void whatIsLoadedComesBackByResetAndIsVerified(String technology) throws Exception {
        String service = "pantry/" + technology + "@pox";
        data(0, "120 orders", "load", service, ORDERS);
        insertOne(ServiceName.parse(service), stores().resolve(technology));
        data(0, "reset; 120 orders", "reset", service);
        data(0, "as expected", "verify", service, ORDERS);
    }

    @Test
    void ordersOfOtherContentAndOtherOrdersAreNotThose() throws Exception {
        data(0, "60 orders", "load", "pantry/h2@pox", "--orders", "60");
        data(0, "as expected", "verify", "pantry/h2@pox", "--orders", "60");
        data(3, "the content differs", "verify", "pantry/h2@pox", "--orders", "60", "--seed", "2");
        data(3, "there should be 50 orders; 60 orders", "verify", "pantry/h2@pox", "--orders", "50");
    }

    @Test
    void aVariantHasAStoreOfItsOwn() throws Exception {
        String base = "pantry/store-basex@pox";
        String sharded = "pantry/store-basex+sharded@pox";
        data(0, sharded + ": loaded; 20 orders", "load", base, sharded, "--orders", "20");
        data(0, base + ": as expected", "verify", base, "--orders", "20");
        data(0, sharded + ": as expected", "verify", sharded, "--orders", "20");
    }

    @Test
    void servicesWithoutDataAndStoresWithoutAPlaceAreRefused() throws Exception {
        data(2, "tv-dinner/jaxb@pox keeps no data", "load", "tv-dinner/jaxb@pox");
        data(2, "--orders must be at least 1", "load", "pantry/h2@pox", "--orders", "0");
        try (Kit kit = Kit.start(folder, List.of(), "data", "verify", "pantry/h2@pox")) {
            assertSays(kit, 2, "--folder or --jdbc-url");
        }
    }

    private Path stores() {
        return folder.resolve("stores");
    }

    private void insertOne(ServiceName name, Path store) throws Exception {
        try (ServiceProcess service = PantryService.start(name, folder, List.of("-Dmesskit.store.folder=" + store))) {
            assertTrue(PantryService.ask(service.url(name), PantryService.order("one"))
                    .contains("inserted"));
        }
    }

    private void data(int exitCode, String said, String verb, String service, String... options) throws Exception {
        List<String> all = new ArrayList<>(List.of("data", verb, service, "--folder", stores().toString()));
        all.addAll(List.of(options));
        try (Kit kit = Kit.start(folder, List.of(), all.toArray(String[]::new))) {
            assertSays(kit, exitCode, said);
        }
    }

    private static void assertSays(Kit kit, int exitCode, String said) throws Exception {
        assertEquals(exitCode, kit.exitCode(), kit::outputOrNothing);
        assertTrue(kit.output().contains(said), kit::outputOrNothing);
    }
}
