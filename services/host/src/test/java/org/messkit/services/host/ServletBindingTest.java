// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.messkit.services.spi.Handler;
import org.messkit.services.spi.OwnServlet;
import org.messkit.services.spi.ServiceName;
import org.messkit.services.spi.Technology;

class ServletBindingTest {
    private static final int MOST = 50_000;
    private static final HostConfig CONFIG = new HostConfig(
            List.of(ServiceName.parse("echo/odd@own"), ServiceName.parse("echo/odd+other@own")),
            "127.0.0.1",
            0,
            0,
            8,
            MOST,
            20_000);

    @TempDir
    private Path root;

    private final HttpClient client = HttpClient.newHttpClient();
    private ServiceHost host;

    @BeforeEach
    void start() throws Exception {
        host = ServiceHost.start(CONFIG, List.of(new OddTechnology(OddServlet.class.getName(), root)));
    }

    @AfterEach
    void stop() {
        host.close();
    }

    @Test
    void theServletAnswersItsServices() throws Exception {
        for (String path : List.of("/own/echo/odd", "/own/echo/odd+other")) {
            var answer = post(path, BodyPublishers.ofString("<a/>"));
            assertEquals(200, answer.statusCode());
            assertEquals("<a/>here" + root, answer.body().replaceFirst("/$", ""));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/own", "/own/", "/own/echo", "/own/echo/odd/", "/own/echo/odd+third", "/own/else"})
    void whatElseItOffersIsNotReached(String path) throws Exception {
        assertEquals(404, post(path, BodyPublishers.ofString("<a/>")).statusCode());
    }

    @Test
    void onlyPostReachesIt() throws Exception {
        var get = client.send(request("/own/echo/odd?wsdl").GET().build(), BodyHandlers.ofString());
        assertEquals(405, get.statusCode());
    }

    @Test
    void whatItTellsOfAFailureStaysInside() throws Exception {
        var answer = post("/own/echo/odd", BodyPublishers.ofString("<fail/>"));
        assertEquals(500, answer.statusCode());
        assertFalse(answer.body().contains(EchoTechnology.SECRET), answer.body());
        assertEquals(
                "application/problem+xml; charset=utf-8",
                answer.headers().firstValue("Content-Type").orElse(""));
        assertEquals(
                200, post("/own/echo/odd", BodyPublishers.ofString("<a/>")).statusCode(), "and the service lives on");
    }

    @Test
    void aMessageBeyondTheBoundIs413WhateverTheServletMakesOfIt() throws Exception {
        byte[] body = new byte[MOST + 1];
        assertEquals(
                413, post("/own/echo/odd", BodyPublishers.ofByteArray(body)).statusCode());
        var chunked = post("/own/echo/odd", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
        assertEquals(413, chunked.statusCode(), chunked.body());
    }

    @Test
    void aServletThatIsNotThereIsNamed() {
        for (String name : List.of("no.such.Servlet", "java.lang.String")) {
            var e = assertThrows(
                    IllegalArgumentException.class,
                    () -> ServiceHost.start(CONFIG, List.of(new OddTechnology(name, root))));
            assertEquals("there is no servlet " + name + " on this class path", e.getMessage());
        }
    }

    private HttpResponse<String> post(String path, BodyPublisher body) throws Exception {
        return client.send(request(path).POST(body).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + host.port() + path))
                .header("Content-Type", "text/xml");
    }

    private record OddTechnology(String servlet, Path root) implements Technology {
        @Override
        public String name() {
            return "odd";
        }

        @Override
        public Handler handler(String useCase, String variant) {
            throw new IllegalArgumentException("odd has no handlers");
        }

        @Override
        public Optional<OwnServlet> servlet(String binding, List<ServiceName> services) {
            return Optional.of(new OwnServlet(servlet, root, Map.of("mark", "here"), Map.of()));
        }
    }
}
