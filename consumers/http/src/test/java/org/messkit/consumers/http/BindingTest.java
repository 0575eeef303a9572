// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.consumers.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BindingTest {
    private static final byte[] PAYLOAD = "<order xmlns=\"urn:x\"/>".getBytes(StandardCharsets.UTF_8);

    @ParameterizedTest
    @EnumSource
    void thePayloadStandsWhereTheBindingSays(Binding binding) {
        String body = new String(binding.body(PAYLOAD), StandardCharsets.UTF_8);
        assertEquals(binding.payloadOffset(), body.indexOf("<order"));
    }

    @ParameterizedTest
    @EnumSource
    void theHeadNamesTypeLengthAndHost(Binding binding) {
        String head = new String(binding.head(Target.of("http://[::1]:8080/a/b?c"), 1234), StandardCharsets.US_ASCII);
        assertTrue(head.startsWith("POST /a/b?c HTTP/1.1\r\nHost: [::1]:8080\r\n"), head);
        String type = binding == Binding.SOAP12 ? "application/soap+xml" : "text/xml";
        assertTrue(head.contains("\r\nContent-Type: " + type + "; charset=utf-8\r\n"), head);
        assertTrue(head.endsWith("\r\nContent-Length: 1234\r\n\r\n"), head);
    }

    @Test
    void soap11CarriesThePayloadInItsBody() throws Exception {
        var document = DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(Binding.SOAP11.body(PAYLOAD)));
        var body = document.getDocumentElement().getFirstChild();
        assertEquals("http://schemas.xmlsoap.org/soap/envelope/", body.getNamespaceURI());
        assertEquals("Body", body.getLocalName());
        assertEquals("urn:x", body.getFirstChild().getNamespaceURI());
        assertTrue(new String(Binding.SOAP11.head(Target.of("http://h/"), 1), StandardCharsets.US_ASCII)
                .contains("\r\nSOAPAction: \"\"\r\n"));
    }

    @ParameterizedTest
    @EnumSource
    void bindingsAreFoundByTheirNames(Binding binding) {
        assertEquals(binding, Binding.named(binding.label()));
    }

    @Test
    void anUnknownNameIsSaid() {
        var e = assertThrows(IllegalArgumentException.class, () -> Binding.named("soap99"));
        assertTrue(e.getMessage().contains("'soap99'"), e.getMessage());
    }
}
