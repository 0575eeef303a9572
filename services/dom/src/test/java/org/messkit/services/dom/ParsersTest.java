// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.dom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.messkit.services.spi.BadRequestException;
import org.messkit.services.spi.XmlLimits;
import org.w3c.dom.Document;

class ParsersTest {
    private final Parsers parsers = new Parsers(new XmlLimits(3, 2, 3, 5, 6));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a><b><c/></b></a>",
                "<a x='' y=''/>",
                "<a><b/><b/><b/></a>",
                "<a>12345<b/>12345</a>",
                "<a><b><c/><c/><c/></b><b/></a>"
            })
    void whatReachesALimitIsTaken(String xml) throws Exception {
        for (int i = 0; i < 3; i++) {
            assertEquals("a", parse(xml).getDocumentElement().getLocalName());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a><b><c><d/></c></b></a>",
                "<a x='' y='' z=''/>",
                "<a><b/><b/><b/><b/></a>",
                "<a>123<!-- -->456</a>",
                "<a><b><c/><c/><c/></b><b/><b/></a>"
            })
    void whatPassesALimitIsRefused(String xml) throws Exception {
        assertThrows(BadRequestException.class, () -> parse(xml));
        assertEquals("a", parse("<a/>").getDocumentElement().getLocalName());
    }

    @Test
    void everyRequestHasATreeOfItsOwn() throws Exception {
        Document one = parse("<a><b/></a>");
        Document other = parse("<c/>");
        assertNotSame(one, other);
        assertEquals("b", one.getDocumentElement().getFirstChild().getLocalName());
        assertEquals("org.apache.xerces.dom", one.getClass().getPackageName());
    }

    private Document parse(String xml) throws Exception {
        return parsers.parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }
}
