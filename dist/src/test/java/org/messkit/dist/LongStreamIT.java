// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.messkit.services.spi.ServiceName;
import org.messkit.testnodes.controller.Home;
import org.messkit.testnodes.controller.process.JvmSettings;
import org.messkit.testnodes.controller.process.ServiceProcess;
import org.messkit.testnodes.controller.room.Rooms;
import org.messkit.testnodes.monitor.Machine;
import org.messkit.usecases.Message;
import org.messkit.usecases.Payload;
import org.messkit.usecases.UseCases;

class LongStreamIT {
    private static final int BYTES = 100_000_000;
    private static final List<String> RAISED =
            List.of("-Dmesskit.xml.max-children=100000000", "-Dmesskit.xml.max-elements=100000000");

    @Test
    void hundredMegabytesGoThroughAHeapOf64(@TempDir Path folder) throws Exception {
        Rooms rooms = new Home(Kit.home()).rooms();
        ServiceName service = ServiceName.parse("sushi-boats/stax@pox");
        JvmSettings jvm = new JvmSettings(Home.java(), "64m", "Serial", Machine.processors(), false);
        Message message = UseCases.named("sushi-boats")
                .generator(new Payload(BYTES, 0, 0, 0.0001, -1), 1)
                .next();
        assertEquals(BYTES, message.request().length);
        try (ServiceProcess process = ServiceProcess.start(
                rooms.of(service),
                List.of(service),
                jvm,
                new ServiceProcess.Options(List.of("--max-message-bytes", "200000000"), RAISED),
                folder.resolve("service.log"))) {
            String answer = post(process.url(service), message.request());
            String expected = new String(message.answer(), StandardCharsets.UTF_8);
            assertEquals(ids(expected), ids(answer));
            assertTrue(ids(expected).size() > 1, expected);
            assertTrue(process.isAlive());
        }
    }

    /** All texts of an answer, in order: stream, count and entries. */
    private static List<String> ids(String xml) {
        return List.of(xml.replaceAll("<\\?[^>]*>", "")
                .replaceAll("<[^>]*>", " ")
                .strip()
                .split("\\s+"));
    }

    private static String post(String url, byte[] body) throws Exception {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(url).toURL().openConnection();
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(body.length);
        connection.setRequestProperty("Content-Type", "text/xml; charset=utf-8");
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body);
        }
        assertEquals(200, connection.getResponseCode());
        try (InputStream in = connection.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
