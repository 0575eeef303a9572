// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.consumers.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.messkit.consumers.http.Binding;
import org.messkit.consumers.http.Target;
import org.messkit.usecases.Message;

/** What is right stays right in whatever form, what is wrong is told in one line. */
class CheckTest {
    private static final String REQUEST = "<ask><id>000000</id></ask>";
    private static final String ANSWER = "<a:told xmlns:a=\"urn:x\"><a:id>000000</a:id><a:sum>12.50</a:sum></a:told>";
    private static final Target TARGET = Target.of("http://127.0.0.1/");

    private Answers answers;
    private Request request;

    @BeforeEach
    void start() throws IOException {
        answers = new Answers();
        request = request(Binding.POX, false);
        request.identify(123);
    }

    @AfterEach
    void stop() throws IOException {
        answers.close();
    }

    @Test
    void theExpectedAnswerIsRight() throws IOException {
        request.check(answers.ok(answer("000123")));
    }

    @ParameterizedTest
    @CsvSource({
        "<told xmlns='urn:x'><id>%s</id><sum>12.50</sum></told>",
        "<b:told xmlns:b='urn:x'>  <b:id>%s</b:id><b:sum><![CDATA[12.50]]></b:sum></b:told>",
        "<?xml version='1.0'?><!-- no. %1$s --><told xmlns='urn:x'><id>%1$s</id><sum>12.50</sum></told>"
    })
    void anotherFormIsRightAndStaysRightForOtherIdentifiers(String form) throws IOException {
        for (int id = 123; id < 130; id++) {
            request.identify(id);
            request.check(answers.ok(form.replace('\'', '"').formatted("000" + id)));
            request.check(answers.ok(answer("000" + id)));
        }
    }

    @Test
    void aRememberedFormDoesNotHideAWrongAnswer() throws IOException {
        String form = "<told xmlns=\"urn:x\"><id>%s</id><sum>12.50</sum></told>";
        request.check(answers.ok(form.formatted("000123")));
        request.identify(124);
        assertRefused(form.formatted("000123"), "000123");
        assertRefused(form.formatted("000124").replace("12.50", "12.51"), "12.51");
        request.check(answers.ok(form.formatted("000124")));
    }

    @Test
    void anIdentifierThatStandsTwiceInTheAnswerIsRightToo() throws IOException {
        // Then the form cannot be patched; it is compared as XML each time.
        String twice = "<told xmlns=\"urn:x\"><!-- %1$s --><id>%1$s</id><sum>12.50</sum></told>";
        request.check(answers.ok(twice.formatted("000123")));
        request.identify(124);
        request.check(answers.ok(twice.formatted("000124")));
        assertRefused(twice.formatted("000123"), "000123");
    }

    @Test
    void aWrongValueIsRefused() throws IOException {
        assertRefused(answer("000123").replace("12.50", "12.49"), "12.49");
    }

    @Test
    void theAnswerToAnotherRequestIsRefused() throws IOException {
        assertRefused(answer("000122"), "000122");
    }

    @ParameterizedTest
    @CsvSource({"urn:x, urn:y", "<a:sum>12.50</a:sum>, ''", "a:sum, a:total"})
    void anotherDocumentIsRefused(String part, String instead) throws IOException {
        assertRefused(answer("000123").replace(part, instead), "");
    }

    @Test
    void aTruncatedAnswerIsRefused() throws IOException {
        String whole = answer("000123");
        for (int length : new int[] {0, 1, 20, whole.length() - 1}) {
            assertRefused(whole.substring(0, length), "cannot be read as XML");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "not XML at all",
        "<told xmlns='urn:x'><id>000123</told>",
        "<told xmlns='urn:x'><id>&undeclared;</id></told>",
        "<a:told><a:id>000123</a:id></a:told>"
    })
    void whatIsNotWellFormedIsRefused(String body) throws IOException {
        assertRefused(body.replace('\'', '"'), "cannot be read as XML");
    }

    @Test
    void aDoctypeIsRefusedEvenInARightAnswer() throws IOException {
        assertRefused("<!DOCTYPE told [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>" + answer("000123"), "DOCTYPE");
    }

    @Test
    void anotherStatusIsRefusedWithTheStartOfItsBody() throws IOException {
        byte[] body = ("<problem>out of\n   stock</problem>" + "x".repeat(5000)).getBytes(StandardCharsets.UTF_8);
        var response = answers.of(500, body);
        var e = assertThrows(WrongAnswerError.class, () -> request.check(response));
        assertTrue(e.getMessage().startsWith("status 500: <problem>out of stock</problem>"), e.getMessage());
        assertShort(e.getMessage());
    }

    @Test
    void aSoapAnswerIsCheckedWithItsEnvelope() throws IOException {
        Request soap = request(Binding.SOAP11, false);
        soap.identify(7);
        soap.check(answers.ok("<S:Envelope xmlns:S=\"http://schemas.xmlsoap.org/soap/envelope/\"><S:Body>"
                + answer("000007") + "</S:Body></S:Envelope>"));
        var bare = answers.ok(answer("000007"));
        assertThrows(WrongAnswerError.class, () -> soap.check(bare));
    }

    @Test
    void theNullAnswerIsComparedByteForByte() throws IOException {
        Request exact = request(Binding.POX, true);
        exact.check(answers.ok(answer("000000")));
        var sameXml = answers.ok(answer("000000") + " ");
        var e = assertThrows(WrongAnswerError.class, () -> exact.check(sameXml));
        assertTrue(e.getMessage().startsWith("the answer differs byte for byte: "), e.getMessage());
    }

    /** A load run with wrong answers would otherwise fill the TestNode's log with a line for each. */
    @Test
    void nothingIsPrintedBesideTheReason() throws IOException {
        PrintStream before = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            assertRefused("<broken", "cannot be read as XML");
        } finally {
            System.setErr(before);
        }
        assertEquals("", printed.toString(StandardCharsets.UTF_8));
    }

    private void assertRefused(String body, String reason) throws IOException {
        var response = answers.ok(body);
        var e = assertThrows(WrongAnswerError.class, () -> request.check(response));
        assertTrue(e.getMessage().contains(reason), e.getMessage());
        assertShort(e.getMessage());
    }

    private static void assertShort(String reason) {
        assertFalse(reason.contains("\n"), reason);
        assertTrue(reason.length() <= 320, reason);
    }

    private static String answer(String id) {
        return ANSWER.replace("000000", id);
    }

    private static Request request(Binding binding, boolean exact) {
        var id = exact
                ? Message.Identifier.NONE
                : new Message.Identifier(6, REQUEST.indexOf("000000"), ANSWER.indexOf("000000"));
        Message message = new Message(
                REQUEST.getBytes(StandardCharsets.UTF_8), ANSWER.getBytes(StandardCharsets.UTF_8), id, 2, 2);
        return new Request(message, binding, TARGET, exact);
    }
}
