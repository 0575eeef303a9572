// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.basex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.StringReader;
import javax.xml.stream.XMLStreamReader;
import org.basex.query.QueryProcessor;
import org.basex.query.value.node.DBNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.messkit.services.spi.BadRequestException;
import org.messkit.services.spi.XmlLimits;
import org.messkit.services.woodstox.Woodstox;

class PayloadFeedTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<a/>                            | string-join(//*/name(), ' ')                       | a",
                "<p:a x='1' p:y='2'><q:b/></p:a> | string-join((//*, //@*)/namespace-uri(), ' ')      | urn:p urn:q  urn:p",
                "<a xmlns='urn:d'><p:b/><c xmlns=''/></a> | string-join(//*/namespace-uri(), ' ')     | 'urn:d urn:p '",
                "<a xml:lang='en' xmlns:p='urn:o'><p:b/></a> | string-join(//*/namespace-uri(), ' ')  | ' urn:o'",
                "<p:a><p:b xmlns:p='urn:o'/><p:b/></p:a> | string-join(//*/namespace-uri(), ' ')      | urn:p urn:o urn:p",
                "<a>1<!-- c -->2<?p i?>3<![CDATA[<]]> </a> | concat(count(//text()), //a)                 | '1123< '",
                "<a> <b> x </b> </a>          | concat(count(//text()), //b)                           | '3 x '"
            })
    void thePayloadAloneBecomesADocument(String payload, String query, String answer) throws Exception {
        XMLStreamReader reader = reader(payload);
        var database = PayloadFeed.database(reader);
        try (QueryProcessor processor = new QueryProcessor(query, Query.CONTEXT)) {
            processor.context(new DBNode(database));
            assertEquals(answer, processor.value().serialize().toString().replace("&lt;", "<"));
        }
        assertEquals(XMLStreamReader.END_ELEMENT, reader.getEventType());
        reader.next();
        assertEquals("after", reader.getLocalName());
    }

    @Test
    void moreNamesThanTheTablesTakeAreRefused() throws Exception {
        StringBuilder many = new StringBuilder("<a>");
        for (int i = 0; i < 300; i++) {
            many.append("<b xmlns='urn:n").append(i).append("'/>");
        }
        XMLStreamReader reader = reader(many.append("</a>").toString());
        assertThrows(BadRequestException.class, () -> PayloadFeed.database(reader));
    }

    /** Stands on the payload, within an element that declares p and q. */
    private static XMLStreamReader reader(String payload) throws Exception {
        String document = "<around xmlns:p='urn:p' xmlns:q='urn:q'>" + payload + "<after/></around>";
        XMLStreamReader reader =
                Woodstox.input(XmlLimits.fromSystemProperties()).createXMLStreamReader(new StringReader(document));
        reader.nextTag();
        reader.nextTag();
        return reader;
    }
}
