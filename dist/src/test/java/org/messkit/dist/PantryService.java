// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.dist;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.messkit.services.spi.ServiceName;
import org.messkit.testnodes.controller.Home;
import org.messkit.testnodes.controller.process.JvmSettings;
import org.messkit.testnodes.controller.process.ServiceProcess;

/** Services of Pantry with their stores in a test's folder, and small requests to them. */
final class PantryService {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private PantryService() {}

    /**
     * Starts one.
     *
     * @param durability level that it is asked for; empty for the store's own
     */
    static ServiceProcess start(ServiceName name, Path folder, String durability) throws IOException {
        List<String> properties = new ArrayList<>(List.of("-Dmesskit.store.folder=" + folder.resolve("store")));
        if (!durability.isEmpty()) {
            properties.add("-Dmesskit.store.durability=" + durability);
        }
        return start(name, folder, properties);
    }

    /** Starts one, its log in the folder. */
    static ServiceProcess start(ServiceName name, Path folder, List<String> properties) throws IOException {
        Home home = new Home(Kit.home());
        JvmSettings jvm = new JvmSettings(Home.java(), "256m", "Serial", List.of(0, 1), false);
        List<String> jvmOptions = new ArrayList<>(properties);
        jvmOptions.add(JvmSettings.QUICK_COMPILER);
        ServiceProcess.Options options = new ServiceProcess.Options(List.of(), jvmOptions);
        return ServiceProcess.start(home.rooms().of(name), List.of(name), jvm, options, folder.resolve("service.log"));
    }

    static String order(String id) {
        return "<InsertOrder xmlns='urn:messkit:pantry:1'><PurchaseOrder><OrderId>" + id
                + "</OrderId><Contract>c</Contract><CallOff>1</CallOff><Status>open</Status><Party><Dealer>d</Dealer><Name/><City/>"
                + "</Party><Lines><Line><ItemId>i</ItemId><Quantity>1</Quantity><UnitPrice>1.00</UnitPrice><Description/></Line>"
                + "</Lines><Note/></PurchaseOrder></InsertOrder>";
    }

    static String ask(String url, String body) throws IOException {
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
}
