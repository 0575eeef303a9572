// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.dom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.xerces.dom.DeferredNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.messkit.services.spi.BadRequestException;
import org.messkit.services.spi.EnvelopeParser;
import org.messkit.services.spi.XmlLimits;
import org.w3c.dom.Document;

class ParsersTest {
    private static final XmlLimits LIMITS = new XmlLimits(3, 2, 3, 5, 6);

    static List<EnvelopeParser> parsers() {
        return List.of(
                new Parsers(LIMITS, Nodes.AT_ONCE), new Parsers(LIMITS, Nodes.DEFERRED), new NaiveParser(LIMITS));
    }

    @ParameterizedTest
    @MethodSource("parsers")
    void whatReachesALimitIsTaken(EnvelopeParser parser) throws Exception {
        for (String xml : List.of(
                "<a><b><c/></b></a>",
                "<a x='' y=''/>",
                "<a><b/><b/><b/></a>",
                "<a>12345<b/>12345</a>",
                "<a><b><c/><c/><c/></b><b/></a>")) {
            for (int i = 0; i < 3; i++) {
                assertEquals("a", parse(parser, xml).getDocumentElement().getLocalName());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("parsers")
    void whatPassesALimitIsRefused(EnvelopeParser parser) throws Exception {
        for (String xml : List.of(
                "<a><b><c><d/></c></b></a>",
                "<a x='' y='' z=''/>",
                "<a><b/><b/><b/><b/></a>",
                "<a>123<!-- -->456</a>",
                "<a>123<?b c?>456</a>",
                "<a><b><c/><c/><c/></b><b/><b/></a>")) {
            assertThrows(BadRequestException.class, () -> parse(parser, xml), xml);
            assertEquals("a", parse(parser, "<a/>").getDocumentElement().getLocalName());
        }
    }

    @ParameterizedTest
    @MethodSource("parsers")
    void everyRequestHasATreeOfItsOwn(EnvelopeParser parser) throws Exception {
        Document one = parse(parser, "<a><b/></a>");
        Document other = parse(parser, "<c/>");
        assertNotSame(one, other);
        assertEquals("b", one.getDocumentElement().getFirstChild().getLocalName());
        assertEquals("org.apache.xerces.dom", one.getClass().getPackageName());
    }

    @Test
    void nodesAreDeferredOnlyWhereAskedFor() throws Exception {
        assertTrue(parse(new Parsers(LIMITS, Nodes.DEFERRED), "<a/>") instanceof DeferredNode);
        assertFalse(parse(new Parsers(LIMITS, Nodes.AT_ONCE), "<a/>") instanceof DeferredNode);
        assertFalse(parse(new NaiveParser(LIMITS), "<a/>") instanceof DeferredNode);
    }

    private static Document parse(EnvelopeParser parser, String xml) throws Exception {
        return parser.parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }
}
