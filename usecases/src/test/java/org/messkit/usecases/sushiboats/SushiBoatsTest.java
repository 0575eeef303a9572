// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.usecases.sushiboats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.messkit.usecases.Message;
import org.messkit.usecases.Payload;
import org.messkit.usecases.Xml;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class SushiBoatsTest {
    private static final XPath PATH = Xml.path("urn:messkit:sushi-boats:1");

    @ParameterizedTest
    @CsvSource({"1000, 0, -1", "5000, 0, -1", "30000, 30, 0.5", "30000, 0, 0", "30000, 0, 1", "100000, 0, 0.2"})
    void expectedAnswerIsWhatXPathSays(int bytes, int depth, double share) throws Exception {
        var generator = new SushiBoats().generator(new Payload(bytes, 0, depth, share, -1), 31);
        for (int k = 0; k < 5; k++) {
            Message message = generator.next();
            Document request = Xml.tree(message.request());
            Document answer = Xml.tree(message.answer());
            List<String> expected = texts("//m:Entry[m:Category/@term = //m:Interest]/m:Id", request);
            assertEquals(expected, texts("/m:NewsOfInterest/m:Id", answer));
            assertEquals(expected.size(), Integer.parseInt(PATH.evaluate("//m:Count", answer)));
            int entries = texts("//m:Entry", request).size();
            assertEquals(Math.round((share < 0 ? 0.2 : share) * entries), expected.size());
            assertEquals(PATH.evaluate("//m:StreamId", request), PATH.evaluate("//m:StreamId", answer));
        }
    }

    @Test
    void placesOfInterestDiffer() throws Exception {
        var generator = new SushiBoats().generator(Payload.ofBytes(20_000), 4);
        Set<Integer> first = new HashSet<>();
        for (int k = 0; k < 30; k++) {
            Document request = Xml.tree(generator.next().request());
            String hit = texts("//m:Entry[m:Category/@term = //m:Interest]/m:Id", request)
                    .get(0);
            first.add(texts("//m:Entry/m:Id", request).indexOf(hit));
        }
        assertTrue(first.size() > 3, "places: " + first);
    }

    @Test
    void fullAnswerHasTheEntriesOfInterest() throws Exception {
        var generator = new SushiBoats().generator(new Payload(20_000, 0, 9, 0.4, -1).answeredInFull(), 8);
        for (int k = 0; k < 5; k++) {
            Message message = generator.next();
            Document request = Xml.tree(message.request());
            Document answer = Xml.tree(message.answer());
            assertEquals(20_000, message.request().length);
            NodeList expected = (NodeList)
                    PATH.evaluate("//m:Entry[m:Category/@term = //m:Interest]", request, XPathConstants.NODESET);
            NodeList entries = (NodeList) PATH.evaluate("/m:NewsOfInterest/m:Entry", answer, XPathConstants.NODESET);
            assertTrue(expected.getLength() > 0);
            assertEquals(expected.getLength(), entries.getLength());
            assertEquals(expected.getLength(), Integer.parseInt(PATH.evaluate("//m:Count", answer)));
            for (int i = 0; i < expected.getLength(); i++) {
                assertTrue(expected.item(i).isEqualNode(entries.item(i)));
            }
        }
    }

    private static List<String> texts(String path, Document document) throws XPathExpressionException {
        NodeList nodes = (NodeList) PATH.evaluate(path, document, XPathConstants.NODESET);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
        }
        return texts;
    }
}
