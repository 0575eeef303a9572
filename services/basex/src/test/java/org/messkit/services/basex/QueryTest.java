// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.basex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.basex.core.jobs.Job;
import org.junit.jupiter.api.Test;
import org.messkit.services.spi.Answer;

class QueryTest {
    private static final String NEWS = "<NewsStream xmlns='urn:messkit:sushi-boats:1'><Header><StreamId>%s</StreamId>"
            + "<Interest>a</Interest></Header></NewsStream>";
    private static final String ANSWER =
            "<NewsOfInterest xmlns=\"urn:messkit:sushi-boats:1\"><StreamId>%s</StreamId><Count>0</Count></NewsOfInterest>";

    private final QueryHandler handler = new QueryHandler(new Query("sushi-boats"));

    @Test
    void requestsAreAnsweredWhileAllLocksOfTheContextAreHeld() throws Exception {
        Job all = new Job() {};
        all.register(Query.CONTEXT);
        try {
            // Of another thread: locks are a thread's.
            String answer = CompletableFuture.supplyAsync(() -> asked("s1")).get(30, TimeUnit.SECONDS);
            assertEquals(ANSWER.formatted("s1"), answer);
            assertEquals(1, Query.CONTEXT.jobs.active.size(), "a request is no job");
        } finally {
            all.unregister(Query.CONTEXT);
        }
    }

    @Test
    void whatAMessageSaysIsNeverPartOfAQuery() {
        for (String spliced : new String[] {"' or '1'='1", "{1 + 1}", "\") , error((), \"", "${x}", "&amp;lt;"}) {
            assertEquals(ANSWER.formatted(spliced), asked(spliced));
        }
    }

    @Test
    void aQueryThatCannotBeReadIsNoService() {
        assertThrows(RuntimeException.class, () -> new Query("no-such"));
    }

    private String asked(String id) {
        byte[] message = NEWS.formatted(id).getBytes(StandardCharsets.UTF_8);
        try {
            Answer answer = handler.answer(new ByteArrayInputStream(message));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            answer.writeTo(out);
            return out.toString(StandardCharsets.UTF_8);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
