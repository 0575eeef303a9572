// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.messkit.consumers.http.Binding;
import org.messkit.services.contract.ask.Descriptor;
import org.messkit.services.contract.ask.Envelope;
import org.messkit.services.contract.ask.Form;
import org.messkit.services.contract.ask.Served;
import org.messkit.services.contract.ask.WireAnswer;
import org.messkit.services.contract.compare.CanonicalAnswer;
import org.messkit.services.contract.fuzz.Fuzzing;
import org.messkit.services.contract.hostile.Attack;
import org.messkit.services.contract.hostile.BrokenConnection;
import org.messkit.services.contract.hostile.HostUnderAttack;
import org.messkit.services.contract.hostile.Hostile;
import org.messkit.services.contract.hostile.Malformed;
import org.messkit.services.contract.written.HandCarried;
import org.messkit.services.contract.written.OddContent;
import org.messkit.services.contract.written.RealDocument;
import org.messkit.services.contract.written.Sparse;
import org.messkit.services.host.HostConfig;
import org.messkit.services.spi.BadRequestException;
import org.messkit.services.spi.DataStore;
import org.messkit.services.spi.Handler;
import org.messkit.services.spi.ReaderHandler;
import org.messkit.services.spi.ServiceName;
import org.messkit.services.spi.Technology;
import org.messkit.usecases.Message;
import org.messkit.usecases.Payload;
import org.w3c.dom.Element;

/**
 * What every technology must do for every use case that it serves. A room's test extends this class and names its
 * technology and services. One technology is for all tests, since to open a store takes seconds; each of its methods begins with an empty store.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class TechnologyContract {
    private static final String CANARY = "canary-in-a-mine";
    private static final int THREADS = 8;
    // Nothing is measured here: a refusal that takes this long hangs.
    private static final Duration HANGS = Duration.ofSeconds(30);

    private static Fuzzing fuzzing;

    private final Technology technology;
    private final List<Served> services;
    private HostUnderAttack host;

    /**
     * Makes the contract of one technology.
     *
     * @param technology under test
     * @param services {@code use-case}, {@code use-case+variant} or {@code use-case+variant@pox} each, as in the room's descriptor
     */
    protected TechnologyContract(Technology technology, String... services) {
        this.technology = technology;
        this.services =
                Arrays.stream(services).map(name -> Served.by(technology, name)).toList();
    }

    /**
     * The hostile messages whose fault a service does not look for. None, but for a variant whose very point is not to read so
     * far; its descriptor says what it does not check. The contract then holds that they are answered as if nothing were wrong,
     * so that no name stands here for nothing.
     *
     * @param service as given to the constructor
     * @return names of messages as in this contract's reports
     */
    protected Set<String> unchecked(String service) {
        return Set.of();
    }

    /** Beside the other tests: most of its time goes into its own start. */
    @BeforeAll
    static void startFuzzer(@TempDir Path folder) throws IOException {
        fuzzing = Fuzzing.isAskedFor() ? Fuzzing.start(folder) : null;
    }

    @AfterAll
    static void endFuzzer() {
        if (fuzzing != null) {
            fuzzing.close();
        }
    }

    /** All that the room serves, on one host for all tests: each start takes seconds. */
    @BeforeAll
    void startHost(@TempDir Path folder) throws IOException {
        host = new HostUnderAttack(HostConfig.of(Descriptor.services()), technology, folder);
    }

    @BeforeEach
    void reset() {
        technology.store().ifPresent(DataStore::reset);
    }

    /** Its store with it. */
    @AfterAll
    void close() {
        host.close();
    }

    @TestFactory
    Stream<DynamicTest> answersAreRight() {
        return each((served, form) -> {
            for (Payload payload : served.payloads()) {
                for (Message message : served.messages(payload, 1, 2)) {
                    served.check(form, message);
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> handCarriedMessagesAreReadAlike() {
        return each((served, form) -> {
            List<Message> messages = new ArrayList<>(served.messages(Payload.ofBytes(6_000), 5, 1));
            if (served.answersInFull()) {
                messages.addAll(served.messages(Payload.ofBytes(6_000).answeredInFull(), 5, 1));
            }
            List<HandCarried> all = new ArrayList<>(Sparse.of(served.useCase().name()));
            for (Message message : messages) {
                all.addAll(HandCarried.of(message));
            }
            for (HandCarried carried : all) {
                if (carried.forms().contains(form)) {
                    InputStream document = form.document(carried.prolog(), carried.payload());
                    named(carried.name(), () -> {
                        Element answer = form.answer(served.handler(), document);
                        if (carried.blanks()) {
                            CanonicalAnswer.assertSameButForBlanks(carried.answer(), answer);
                        } else {
                            CanonicalAnswer.assertSame(carried.answer(), answer);
                        }
                    });
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> documentsOfOthersAreAnswered() {
        return each((served, form) -> {
            for (RealDocument document : RealDocument.of(served.useCase().name())) {
                Element answer = form.answer(served.handler(), document.request());
                named(document.name(), () -> CanonicalAnswer.assertSameToTheBlank(document.answer(), answer));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> fullAnswersCarryWhatCame() {
        return each((served, form) -> {
            if (served.answersInFull()) {
                Payload payload = new Payload(5_000, 0, 0, 1, 0).answeredInFull();
                Message odd = OddContent.in(served.messages(payload, 4, 1).get(0));
                CanonicalAnswer.assertSameToTheBlank(odd.answer(), form.answer(served.handler(), odd.request()));
            }
        });
    }

    /** Each service on each binding, variants too. */
    @TestFactory
    Stream<DynamicTest> answersAreRightOverHttp() throws IOException {
        return Descriptor.services().stream()
                .map(service -> DynamicTest.dynamicTest(
                        service.toString(), () -> new OverHttp(host, service).assertAnswered()));
    }

    @TestFactory
    Stream<DynamicTest> hostileMessagesAreRefused(@TempDir Path folder) throws IOException {
        Path canary = Files.writeString(folder.resolve("canary.txt"), CANARY);
        return each((served, form) -> {
            Message normal = served.messages(Payload.ofBytes(5_000), 1, 1).get(0);
            Message all = served.messages(new Payload(5_000, 0, 0, 1, 0), 1, 1).get(0);
            List<Hostile> hostile = new ArrayList<>();
            hostile.addAll(Hostile.of(text(normal), canary.toUri()));
            hostile.addAll(Malformed.of(served.useCase().name(), text(all)));
            if (served.answersInFull()) {
                Payload full = new Payload(5_000, 0, 0, 1, 0).answeredInFull();
                hostile.addAll(Malformed.inFull(
                        served.useCase().name(),
                        text(served.messages(full, 1, 1).get(0))));
            }
            Set<String> unchecked = new HashSet<>(unchecked(served.name()));
            for (Hostile message : hostile) {
                if (unchecked.remove(message.name())) {
                    InputStream document = form.document(message.prolog(), message.payload());
                    named(message.name(), () -> served.check(form, document, normal.answer()));
                    continue;
                }
                // What stands before the root is the binding's affair where the parser is the binding's.
                boolean bindings = form == Form.STAX
                        && served.handler() instanceof ReaderHandler readers
                        && readers.envelopeReader().isEmpty();
                if (!bindings || message.prolog().length == 0) {
                    named(message.name(), () -> assertTimeoutPreemptively(HANGS, () -> refused(served, form, message)));
                    served.check(form, normal);
                }
            }
            assertEquals(Set.of(), unchecked, "there are no hostile messages of these names");
        });
    }

    @TestFactory
    Stream<DynamicTest> manyThreadsGetTheirOwnAnswers() {
        return each((served, form) -> {
            List<Message> messages = served.messages(Payload.ofBytes(5_000), 8, 32);
            ExecutorService threads = Executors.newFixedThreadPool(THREADS);
            try {
                List<Callable<Void>> users = new ArrayList<>();
                for (int user = 0; user < THREADS; user++) {
                    int start = user;
                    users.add(() -> {
                        for (int i = 0; i < 20; i++) {
                            served.check(form, messages.get((start * 5 + i) % messages.size()));
                        }
                        return null;
                    });
                }
                for (Future<Void> user : threads.invokeAll(users)) {
                    user.get();
                }
            } finally {
                threads.shutdownNow();
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> failedConnectionIsNotTheMessagesFault() {
        return each((served, form) -> {
            if (form == Form.STAX) {
                return;
            }
            byte[] request =
                    served.messages(Payload.ofBytes(60_000), 1, 1).get(0).request();
            InputStream broken = BrokenConnection.within(form.document(new byte[0], request), request.length);
            assertThrows(IOException.class, () -> form.answer(served.handler(), broken));
        });
    }

    @TestFactory
    Stream<DynamicTest> attacksOverHttpAreHarmless() throws IOException {
        // A variant may by its very point answer what others refuse; its handler meets hostile messages above.
        return Descriptor.services().stream()
                .filter(service -> service.variant().isEmpty())
                .map(service -> DynamicTest.dynamicTest(service.toString(), () -> {
                    for (Attack attack : Attack.ALL) {
                        if (attack.fits(Binding.named(service.binding()))) {
                            named(attack.file(), () -> host.attack(service, attack));
                        }
                    }
                }));
    }

    @Test
    void messagesOfAFuzzerAreAnsweredOrRefused() throws Exception {
        assumeTrue(fuzzing != null, "no seconds to fuzz");
        fuzzing.assertNothingFound();
    }

    @Test
    void everyServiceSaysWhatItWorksWith() throws IOException {
        WireAnswer answer = WireAnswer.to(host.adminPort(), Envelope.ascii("GET /engines HTTP/1.0\r\n\r\n"));
        for (ServiceName name : Descriptor.services()) {
            List<String> lines = answer.text()
                    .lines()
                    .filter(line -> line.startsWith(name + "\t"))
                    .toList();
            assertTrue(lines.size() >= 2, () -> name + ": " + answer.text());
            for (String line : lines) {
                assertTrue(line.matches("[^\t]+\t[^\t]+\t\\S+ \\(\\S.* \\d.*\\)"), line);
                assertFalse(line.contains("\torg.messkit."), line);
            }
        }
    }

    @Test
    void unknownUseCasesAndVariantsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> technology.handler("no-such-use-case", ""));
        for (Served served : services) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> technology.handler(served.useCase().name(), "no-such-variant"));
        }
    }

    @Test
    void descriptorSaysWhatIsServed() throws IOException {
        Descriptor.assertSays(
                technology.name(), services.stream().map(Served::name).toList());
    }

    private static void refused(Served served, Form form, Hostile message) throws IOException {
        InputStream document = form.document(message.prolog(), message.payload());
        Handler handler = served.handler();
        try {
            Element answer = form.answer(handler, document);
            throw new AssertionError("was answered: " + answer.getTextContent());
        } catch (BadRequestException e) {
            assertFalse(e.getMessage().isBlank(), "a reason must be given");
            assertFalse(e.getMessage().contains(CANARY), e.getMessage());
            assertFalse(e.getMessage().contains("Exception"), e.getMessage());
        } catch (XMLStreamException e) {
            assertEquals(Form.STAX, form, "only a reader that is the binding's may fail so");
        }
    }

    private Stream<DynamicTest> each(Check check) {
        return services.stream().flatMap(served -> Arrays.stream(Form.values())
                .filter(served::arrivesAs)
                .map(form -> DynamicTest.dynamicTest(served.name() + " " + form, () -> check.run(served, form))));
    }

    private static void named(String name, Step step) throws Exception {
        try {
            step.run();
        } catch (Exception | AssertionError e) {
            throw new AssertionError(name + ": " + e.getMessage(), e);
        }
    }

    private static String text(Message message) {
        return new String(message.request(), StandardCharsets.UTF_8);
    }

    /** One test of one service in one form. */
    @FunctionalInterface
    private interface Check {
        void run(Served served, Form form) throws Exception;
    }

    /** A part of a test. */
    @FunctionalInterface
    private interface Step {
        void run() throws Exception;
    }
}
