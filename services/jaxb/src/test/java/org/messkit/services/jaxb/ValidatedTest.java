// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.jaxb;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.messkit.schemas.Schemas;
import org.messkit.services.spi.Answer;
import org.messkit.services.spi.BadRequestException;
import org.messkit.services.spi.ReaderHandler;
import org.messkit.services.spi.XmlLimits;
import org.messkit.services.woodstox.Woodstox;

class ValidatedTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tv-dinner   | </Sender>  | </Sender><Sender/>",
                "tv-dinner   | <Note>     | <Note colour='red'>",
                "sushi-boats | </Trailer> | </Trailer><Trailer/>",
                "sushi-boats | <Updated>  | <Updated colour='red'>",
                "buffet      | <Currency> | <Currency colour='red'>",
                "buffet      | </OrderId> | </OrderId><Extra>1</Extra>"
            })
    void whatTheHandlerDoesNotMindTheSchemaDoes(String useCase, String part, String instead) throws Exception {
        String message = request(useCase);
        String invalid = message.replaceFirst(part, instead);
        assertNotEquals(message, invalid);
        ReaderHandler plain = handler(useCase, "");
        ReaderHandler validated = handler(useCase, "validated");
        assertDoesNotThrow(() -> plain.answer(stream(invalid)));
        var refused = assertThrows(BadRequestException.class, () -> validated.answer(stream(invalid)));
        assertEquals("the message is not as its schema says", refused.getMessage());
        assertEquals(text(plain.answer(stream(message))), text(validated.answer(stream(message))));
    }

    @Test
    void aTypeMayBeNamedByAPrefixOfTheEnvelope() throws Exception {
        ReaderHandler validated = handler("tv-dinner", "validated");
        String message = request("tv-dinner").replaceFirst("<\\?xml[^>]*>", "");
        String typed = message.replaceFirst("<Sender>", "<Sender i:type='x:token'>");
        assertNotEquals(message, typed);
        assertEquals(text(validated.answer(inEnvelope(message))), text(validated.answer(inEnvelope(typed))));
        XMLStreamReader other = inEnvelope(typed.replace("x:token", "x:int"));
        assertThrows(BadRequestException.class, () -> validated.answer(other));
    }

    private static ReaderHandler handler(String useCase, String variant) {
        return (ReaderHandler) new JaxbTechnology().handler(useCase, variant);
    }

    private static XMLStreamReader inEnvelope(String payload) throws Exception {
        String envelope = "<e xmlns:i='http://www.w3.org/2001/XMLSchema-instance' "
                + "xmlns:x='http://www.w3.org/2001/XMLSchema'>" + payload + "</e>";
        XMLStreamReader in = Woodstox.input(XmlLimits.fromSystemProperties()).createXMLStreamReader(stream(envelope));
        in.nextTag();
        in.nextTag();
        return in;
    }

    private static String request(String useCase) throws IOException {
        try (InputStream in = Schemas.url(useCase + "/samples/request.xml").openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static InputStream stream(String message) {
        return new ByteArrayInputStream(message.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Answer answer) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        answer.writeTo(out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
