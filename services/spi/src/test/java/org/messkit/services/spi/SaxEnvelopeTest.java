// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.xml.parsers.SAXParserFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

class SaxEnvelopeTest {
    private static final String START = "<s:Envelope xmlns:s='urn:s' xmlns:o='urn:o'>";
    private static final XmlLimits LIMITS = new XmlLimits(5, 2, 3, 8, 10);

    @Test
    void thePayloadIsADocumentOfItsOwnAndTheRestATree() throws Exception {
        Noting payload = new Noting();
        SaxEnvelope envelope = new SaxEnvelope(payload);
        parse(
                START + "<s:Header><o:h o:a='1'>x</o:h></s:Header><s:Body> <p xmlns='urn:p' b='2'>y<o:q/></p> </s:Body>"
                        + "</s:Envelope>",
                envelope);
        // Prefixes come in no order.
        Collections.sort(payload.notes.subList(1, 4));
        assertEquals(
                List.of("start", "=urn:p", "o=urn:o", "s=urn:s", "{urn:p}p 1", "y", "{urn:o}q 0", "/q", "/p", "end"),
                payload.notes);
        Element root = envelope.tree().getDocumentElement();
        assertEquals("urn:o", root.lookupNamespaceURI("o"));
        Element header = (Element) root.getFirstChild().getFirstChild();
        assertEquals("x", header.getTextContent());
        assertEquals("1", header.getAttributeNS("urn:o", "a"));
        assertEquals("p", envelope.payload().getLocalName());
        assertEquals("Body", envelope.payload().getParentNode().getLocalName());
        assertNull(envelope.payload().getFirstChild());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a/>",
                START + "<s:Body/></s:Envelope>",
                START + "<o:Body><p/></o:Body></s:Envelope>",
                START + "<s:Header><s:Body><p/></s:Body></s:Header></s:Envelope>"
            })
    void whatHasNoPayloadIsRefused(String xml) throws Exception {
        SaxEnvelope envelope = new SaxEnvelope(new Noting());
        parse(xml, envelope);
        assertThrows(BadRequestException.class, envelope::payload);
    }

    @Test
    void twoPayloadsAreRefused() {
        String two = START + "<s:Body><p/><p/></s:Body></s:Envelope>";
        assertThrows(SAXException.class, () -> parse(two, new SaxEnvelope(new Noting())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a><b><c><d><e/></d></c></b></a>",
                "<a x='' y=''/>",
                "<a><b/><b/><b/></a>",
                "<a>12345678<b/>12345678</a>",
                "<a><b><c/><c/><c/></b><b><c/><c/><c/></b><b/></a>"
            })
    void whatReachesALimitIsTaken(String xml) throws Exception {
        XMLReader limited = limited();
        for (int i = 0; i < 3; i++) {
            limited.parse(new InputSource(new StringReader(xml)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a><b><c><d><e><f/></e></d></c></b></a>",
                "<a x='' y='' z=''/>",
                "<a><b/><b/><b/><b/></a>",
                "<a>12345<!-- -->6789</a>",
                "<a><b><c/><c/><c/></b><b><c/><c/><c/></b><b><c/></b></a>",
                "<a>"
            })
    void whatPassesALimitIsRefused(String xml) throws Exception {
        XMLReader limited = limited();
        assertThrows(SAXException.class, () -> limited.parse(new InputSource(new StringReader(xml))));
        limited.parse(new InputSource(new StringReader("<a/>")));
    }

    private static void parse(String xml, ContentHandler handler) throws Exception {
        XMLReader reader = limited();
        reader.setContentHandler(handler);
        reader.parse(new InputSource(new StringReader(xml)));
    }

    private static XMLReader limited() throws Exception {
        return new SaxLimits(
                SAXParserFactory.newDefaultNSInstance().newSAXParser().getXMLReader(), LIMITS);
    }

    private static final class Noting extends DefaultHandler {
        private final List<String> notes = new ArrayList<>();

        @Override
        public void startDocument() {
            notes.add("start");
        }

        @Override
        public void endDocument() {
            notes.add("end");
        }

        @Override
        public void startPrefixMapping(String prefix, String namespace) {
            notes.add(prefix + "=" + namespace);
        }

        @Override
        public void startElement(String namespace, String name, String qualified, Attributes attributes) {
            notes.add("{" + namespace + "}" + name + " " + attributes.getLength());
        }

        @Override
        public void endElement(String namespace, String name, String qualified) {
            notes.add("/" + name);
        }

        @Override
        public void characters(char[] text, int start, int length) {
            notes.add(new String(text, start, length));
        }
    }
}
