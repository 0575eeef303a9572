// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.consumers.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.messkit.consumers.http.Binding;
import org.messkit.consumers.http.Target;
import org.messkit.usecases.Payload;
import org.messkit.usecases.UseCase;
import org.messkit.usecases.UseCases;

class RequestsTest {
    private static final Target TARGET = Target.of("http://127.0.0.1:8080/soap11/x/y");

    @ParameterizedTest
    @CsvSource({"tv-dinner, POX", "tv-dinner, SOAP11", "sushi-boats, SOAP11"})
    void everyRequestCarriesANewIdentifier(String useCase, Binding binding) {
        RequestPool pool = pool(useCase, binding, 3, 5000);
        Set<String> sent = new HashSet<>();
        for (Requests user : pool.users()) {
            for (int i = 0; i < 100; i++) {
                assertTrue(sent.add(user.next().toString()), "the same request was sent twice");
            }
        }
    }

    @Test
    void identifiersCountUpInPlace() {
        Requests user = pool("tv-dinner", Binding.SOAP11, 2, 5000).users().get(1);
        assertTrue(user.next().toString().contains("001500000000<"));
        assertTrue(user.next().toString().contains("001500000001<"));
    }

    @ParameterizedTest
    @CsvSource({"tv-dinner, POX", "sushi-boats, SOAP11", "null, POX"})
    void theRequestIsOneWholeMessageOfTheSizeAskedFor(String useCase, Binding binding) {
        RequestPool pool = pool(useCase, binding, 1, 5000);
        String wire = pool.users().get(0).next().toString();
        int body = wire.indexOf("\r\n\r\n") + 4;
        assertTrue(wire.startsWith("POST /soap11/x/y HTTP/1.1\r\n"), wire);
        assertTrue(wire.contains("\r\nContent-Length: " + pool.requestBytes() + "\r\n"), wire);
        assertEquals(pool.requestBytes(), wire.substring(body).getBytes(StandardCharsets.UTF_8).length);
        assertEquals(5000 + binding.body(new byte[0]).length, pool.requestBytes());
    }

    @Test
    void theSameSeedGivesTheSameRequests() {
        assertEquals(first(pool("tv-dinner", Binding.POX, 1, 2000)), first(pool("tv-dinner", Binding.POX, 1, 2000)));
        RequestPool other =
                RequestPool.build(UseCases.named("tv-dinner"), Payload.ofBytes(2000), 8, Binding.POX, TARGET, 1, 1);
        assertNotEquals(first(pool("tv-dinner", Binding.POX, 1, 2000)), first(other));
    }

    @ParameterizedTest
    @CsvSource({"1, 48", "7, 7", "48, 1", "100, 1"})
    void thePoolHasAtLeast48RequestsAndOnePerUser(int users, int perUser) {
        RequestPool pool = pool("null", Binding.POX, users, 100);
        assertEquals(users, pool.users().size());
        for (Requests user : pool.users()) {
            List<Request> taken = new ArrayList<>();
            Request request = user.next();
            while (!taken.contains(request)) {
                taken.add(request);
                request = user.next();
            }
            assertEquals(perUser, taken.size());
        }
    }

    @Test
    void thePoolOfLargeRequestsStaysSmall() {
        Requests user = pool("null", Binding.POX, 1, 20_000_000).users().get(0);
        assertEquals(user.next(), user.next());
    }

    @Test
    void poolsOfTwoRoundsAndUsersOfOneShareNoIdentifier() {
        UseCase useCase = UseCases.named("tv-dinner");
        List<String> sent = new ArrayList<>();
        for (int round = 1; round <= 2; round++) {
            RequestPool pool = RequestPool.build(useCase, Payload.ofBytes(2000), 7, Binding.POX, TARGET, 3, round);
            for (Requests user : pool.users()) {
                for (int i = 0; i < 100; i++) {
                    sent.add(user.next().toString().replaceAll("(?s).*>PO(\\d{12})<.*", "$1"));
                }
            }
        }
        assertEquals(600, sent.size());
        assertEquals(600, Set.copyOf(sent).size());
    }

    private static String first(RequestPool pool) {
        return pool.users().get(0).next().toString();
    }

    private static RequestPool pool(String useCase, Binding binding, int users, int bytes) {
        return RequestPool.build(UseCases.named(useCase), Payload.ofBytes(bytes), 7, binding, TARGET, users, 1);
    }
}
