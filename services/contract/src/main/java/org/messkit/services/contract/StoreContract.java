// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.messkit.services.contract.ask.Form;
import org.messkit.services.contract.compare.CanonicalAnswer;
import org.messkit.services.spi.DataStore;
import org.messkit.services.spi.Handler;
import org.messkit.services.spi.Technology;
import org.messkit.usecases.Changes;
import org.messkit.usecases.Message;
import org.messkit.usecases.Payload;
import org.messkit.usecases.Script;
import org.messkit.usecases.UseCase;
import org.messkit.usecases.UseCases;
import org.messkit.usecases.Workload;

/**
 * What every store must do for Pantry, beside what {@link TechnologyContract} asks of every technology. All tests have one store; each begins
 * with an empty one.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class StoreContract {
    private static final int USERS = 4;
    private static final int TURNS = 120;
    private static final int BASE = 23;
    private static final long SEED = 5;
    private static final Payload PAYLOAD = Payload.ofBytes(2_500);

    private final Technology technology;
    private final String variant;
    private final UseCase pantry =
            UseCases.named("pantry").with(new Workload(BASE, "insert 4 get 6 find 2 range 2 update 4 delete 3"));
    private Handler handler;

    /** Makes the contract of one store. */
    protected StoreContract(Technology technology, String variant) {
        this.technology = technology;
        this.variant = variant;
    }

    @BeforeAll
    void open() {
        handler = technology.handler("pantry", variant);
    }

    @BeforeEach
    void reset() {
        store().reset();
    }

    @AfterAll
    void close() {
        store().close();
    }

    @Test
    void everyUserGetsWhatTheModelSaysAndTheStoreHoldsIt() throws Exception {
        Changes base = load();
        assertHolds(base);
        store().snapshot();
        for (int round = 1; round <= 2; round++) {
            Changes done = drive(round);
            assertTrue(done.inserted() > 0 && done.updated() > 0 && done.deleted() > 0, done.toString());
            assertHolds(base.plus(done));
            store().reset();
            assertHolds(base);
        }
        UseCase.Base again = pantry.base(PAYLOAD, SEED).orElseThrow();
        for (int i = 0; i < again.count(); i++) {
            String id = new String(again.next().request(), StandardCharsets.UTF_8)
                    .replaceFirst("(?s).*<OrderId>(.*?)</OrderId>.*", "$1");
            ask("<DeleteOrder", "OrderId", id, acknowledged(id, "deleted"));
        }
        assertHolds(Changes.NONE);
        store().snapshot();
    }

    @Test
    void whatIsWrittenAgainAndAgainStaysOne() throws Exception {
        Message message = pantry.generator(PAYLOAD, SEED).next();
        for (int i = 0; i < 3; i++) {
            ask(message.request(), message.answer());
        }
        assertEquals(1, store().state().rows());
        byte[] other = new String(message.request(), StandardCharsets.UTF_8)
                .replace("<CallOff>", "<CallOff>1")
                .getBytes(StandardCharsets.UTF_8);
        byte[] exists = new String(message.answer(), StandardCharsets.UTF_8)
                .replace("inserted", "exists")
                .getBytes(StandardCharsets.UTF_8);
        ask(other, exists);
        assertEquals(1, store().state().rows());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'; drop table purchase_order; --",
                "' or '1'='1",
                "\" or \"1\"=\"1",
                "\\'; delete from order_line; --",
                "$$; select 1",
                "?",
                "%",
                "{$x} declare variable $x external; 1",
                "') | db:drop('pantry') | ('",
                "]]&gt;&lt;OrderId/&gt;",
                "&amp;lt;",
                "../../etc",
                "null",
                "ÄÖ 飯 😀"
            })
    void whatLooksLikeAStatementIsData(String id) throws Exception {
        String request = new String(pantry.generator(PAYLOAD, SEED).next().request(), StandardCharsets.UTF_8)
                .replaceFirst("PO[0-9]{12}", java.util.regex.Matcher.quoteReplacement(id))
                .replaceFirst("D-users", java.util.regex.Matcher.quoteReplacement(id));
        ask(request, acknowledged(id, "inserted"));
        ask("<GetOrder", "OrderId", id, request.replace("InsertOrder", "FoundOrder"));
        ask("<FindByDealer", "Dealer", id, answer("OrderIds", "<Count>1</Count><OrderId>" + id + "</OrderId>"));
        ask("<DeleteOrder", "OrderId", id, acknowledged(id, "deleted"));
        ask("<GetOrder", "OrderId", id, acknowledged(id, "missing"));
        ask("<DeleteOrder", "OrderId", id, acknowledged(id, "missing"));
        assertEquals(0, store().state().rows());
    }

    @Test
    void manyWhoInsertTheSameOrderStoreOne() throws Exception {
        Message message = pantry.generator(PAYLOAD, SEED).next();
        List<Callable<Void>> all = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            all.add(() -> {
                ask(message.request(), message.answer());
                return null;
            });
        }
        together(all);
        assertEquals(1, store().state().rows());
    }

    @Test
    void settingsSayHowDurableItIs() {
        assertTrue(
                List.of("none", "process", "disk").contains(store().settings().get("durability")));
    }

    private Changes load() throws Exception {
        UseCase.Base base = pantry.base(PAYLOAD, SEED).orElseThrow();
        for (int i = 0; i < base.count(); i++) {
            Message message = base.next();
            ask(message.request(), message.answer());
        }
        return base.changes();
    }

    /** All users at once, each with a script of its own. */
    private Changes drive(int round) throws Exception {
        List<Script> scripts = pantry.scripts(PAYLOAD, SEED, Script.Users.ofRound(USERS, round));
        List<Callable<Void>> users = new ArrayList<>();
        for (Script script : scripts) {
            users.add(() -> {
                for (int i = 0; i < TURNS; i++) {
                    Script.Turn turn = script.next();
                    Message message = script.messages().get(turn.message());
                    Message.Identifier id = message.id();
                    ask(
                            patched(message.request(), id.requestOffset(), id.digits(), turn.number()),
                            patched(message.answer(), id.answerOffset(), id.digits(), turn.number()));
                }
                return null;
            });
        }
        together(users);
        return scripts.stream().map(Script::changes).reduce(Changes.NONE, Changes::plus);
    }

    private static void together(List<Callable<Void>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(USERS);
        try {
            for (Future<Void> done : threads.invokeAll(work)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void assertHolds(Changes expected) {
        DataStore.State state = store().state();
        assertEquals(expected.rows(), state.rows());
        assertEquals(expected.checksum(), state.checksum());
        assertTrue(state.bytes() >= 0);
    }

    private void ask(String root, String element, String text, String answer) throws Exception {
        String request = root + " xmlns='urn:messkit:pantry:1'><" + element + ">" + text + "</" + element + "></"
                + root.substring(1) + ">";
        ask(request, answer);
    }

    private void ask(String request, String answer) throws Exception {
        ask(request.getBytes(StandardCharsets.UTF_8), answer.getBytes(StandardCharsets.UTF_8));
    }

    private void ask(byte[] request, byte[] answer) throws Exception {
        CanonicalAnswer.assertSame(answer, Form.STREAM.answer(handler, request));
    }

    private static String acknowledged(String id, String outcome) {
        return answer("Acknowledgement", "<OrderId>" + id + "</OrderId><Outcome>" + outcome + "</Outcome>");
    }

    private static String answer(String root, String content) {
        return "<" + root + " xmlns='urn:messkit:pantry:1'>" + content + "</" + root + ">";
    }

    private static byte[] patched(byte[] message, int offset, int digits, long number) {
        byte[] patched = message.clone();
        long rest = number;
        for (int i = offset + digits - 1; i >= offset; i--) {
            patched[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return patched;
    }

    /** The store under test. */
    protected DataStore store() {
        return technology.store().orElseThrow();
    }
}
