// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.aalto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.messkit.services.spi.XmlLimits;

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
    }

    @Test
    void textsCountHoweverTheyAreRead() throws Exception {
        XMLStreamReader reader = open("<a>1<!-- -->2345</a>");
        reader.nextTag();
        assertEquals("12345", reader.getElementText());
        XMLStreamReader reference = open("<a>1&lt;</a>");
        reference.nextTag();
        assertEquals("1<", reference.getElementText());
        XMLStreamReader longer = open("<a>123<!-- -->456</a>");
        longer.nextTag();
        assertThrows(XMLStreamException.class, longer::getElementText);
        XMLStreamReader mixed = open("<a>1<b/></a>");
        mixed.nextTag();
        assertThrows(XMLStreamException.class, mixed::getElementText);
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
        XMLStreamReader reader = open(xml);
        while (reader.hasNext()) {
            reader.next();
        }
    }

    private static XMLStreamReader open(String xml) throws XMLStreamException {
        return Aalto.parser(LIMITS).open(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }
}
