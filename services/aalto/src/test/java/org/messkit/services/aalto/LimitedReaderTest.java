// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.aalto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.messkit.services.spi.XmlLimits;
import org.messkit.services.streaming.SkippingReader;

class LimitedReaderTest {
    private static final XmlLimits LIMITS = new XmlLimits(3, 2, 3, 5, 6);

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
        readAll(xml);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a><b><c><d/></c></b></a>",
                "<a x='' y='' z=''/>",
                "<a><b/><b/><b/><b/></a>",
                "<a>123<!-- -->456</a>",
                "<a>123<![CDATA[456]]></a>",
                "<a><b><c/><c/><c/></b><b/><b/></a>",
                "<!DOCTYPE a><a/>",
                "<a>&b;</a>"
            })
    void whatPassesALimitIsRefused(String xml) {
        assertThrows(XMLStreamException.class, () -> readAll(xml));
        assertThrows(XMLStreamException.class, () -> {
            SkippingReader reader = open(xml);
            reader.nextTag();
            reader.skipElement();
        });
    }

    @Test
    void skippingEndsAtTheElementsOwnEnd() throws Exception {
        SkippingReader reader = open("<a><b/><b>1</b><b>1<b>2</b><!-- -->3</b></a>");
        reader.nextTag();
        for (int i = 0; i < 3; i++) {
            reader.nextTag();
            reader.skipElement();
            assertEquals("b", reader.getLocalName());
        }
        assertEquals(XMLStreamConstants.END_ELEMENT, reader.next());
        assertEquals("a", reader.getLocalName());
    }

    @Test
    void childrenCountAnewInEachElement() throws Exception {
        XmlLimits two = new XmlLimits(3, 2, 2, 5, 100);
        readAll(open("<a><b><c/><c/></b><b><c/><c/></b></a>", two));
        assertThrows(XMLStreamException.class, () -> readAll(open("<a><b><c/><c/></b><b><c/><c/><c/></b></a>", two)));
    }

    @Test
    void whoGoesOnAfterARefusalIsRefusedAgain() throws Exception {
        XMLStreamReader reader = open("<a><b><c><d><e><f><p:g><p:h><i><j/></i>", new XmlLimits(3, 2, 3, 5, 100));
        int refused = 0;
        for (int i = 0; i < 12; i++) {
            try {
                reader.next();
            } catch (XMLStreamException e) {
                refused++;
            }
        }
        assertTrue(refused > 3, "refused " + refused);
    }

    @Test
    void textsCountHoweverTheyAreRead() throws Exception {
        XMLStreamReader reader = open("<a>1<!-- -->2<![CDATA[3]]>&lt;5</a>", new XmlLimits(3, 2, 3, 100, 6));
        reader.nextTag();
        assertEquals("123<5", reader.getElementText());
        XMLStreamReader longer = open("<a>123<!-- -->456</a>");
        longer.nextTag();
        assertThrows(XMLStreamException.class, longer::getElementText);
        XMLStreamReader mixed = open("<a>1<b/></a>");
        mixed.nextTag();
        assertThrows(XMLStreamException.class, mixed::getElementText);
    }

    /** Longer than what Aalto reads at once, behind what is not: a text may begin before as much was read as it may be long. */
    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16"})
    void longTextsCountToTheCharacter(String charset) throws Exception {
        String before = "<a><b>" + "x".repeat(9_000) + "</b><b>";
        String text = "y".repeat(10_000);
        readAll(before + text + "</b></a>", charset);
        for (String longer : new String[] {
            text + "y",
            "y".repeat(6_000) + "<!-- -->" + "y".repeat(6_000),
            "y".repeat(6_000) + "<![CDATA[" + text + "]]>"
        }) {
            assertThrows(XMLStreamException.class, () -> readAll(before + longer + "</b></a>", charset));
        }
    }

    @Test
    void tagsAreFoundBehindBlanksAndComments() throws Exception {
        XMLStreamReader reader = open("<!-- --><?p i?><a> <!-- --> <b/>1</a>");
        reader.nextTag();
        reader.nextTag();
        assertEquals("b", reader.getLocalName());
        reader.nextTag();
        assertThrows(XMLStreamException.class, reader::nextTag);
    }

    private static void readAll(String xml) throws XMLStreamException {
        readAll(open(xml));
    }

    private static void readAll(String xml, String charset) throws Exception {
        byte[] document = xml.getBytes(charset);
        readAll(Aalto.parser(new XmlLimits(3, 2, 3, 10_000, 6)).open(new ByteArrayInputStream(document)));
    }

    private static void readAll(XMLStreamReader reader) throws XMLStreamException {
        while (reader.hasNext()) {
            reader.next();
        }
    }

    private static SkippingReader open(String xml) throws XMLStreamException {
        return open(xml, LIMITS);
    }

    private static SkippingReader open(String xml, XmlLimits limits) throws XMLStreamException {
        return (SkippingReader)
                Aalto.parser(limits).open(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }
}
