// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.xerces.parsers.DOMParser;
import org.apache.xerces.parsers.XML11Configuration;
import org.messkit.services.spi.Answer;
import org.messkit.services.spi.Handler;
import org.messkit.services.spi.PlainHandler;
import org.messkit.services.spi.Technology;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Sushi Boats on a tree of eager nodes, by one parser that is kept, walked once: no limits, nothing checked. For one thread. */
public final class Best implements Technology, PlainHandler {
    private final DOMParser parser = new DOMParser(new XML11Configuration());

    public Best() throws SAXException {
        parser.setFeature("http://apache.org/xml/features/dom/defer-node-expansion", false);
    }

    @Override
    public String name() {
        return "best";
    }

    @Override
    public Handler handler(String useCase, String variant) {
        return this;
    }

    @Override
    public Answer answer(InputStream message) throws IOException {
        try {
            parser.parse(new InputSource(message));
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
        Reading reading = new Reading();
        reading.read(parser.getDocument().getDocumentElement());
        return Text.news(reading.stream, reading.ids);
    }

    private static final class Reading {
        private final List<String> ids = new ArrayList<>();
        private String stream;
        private String interest;

        void read(Element parent) {
            String id = "";
            boolean wanted = false;
            for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
                if (node instanceof Element element) {
                    switch (element.getLocalName()) {
                        case "StreamId" -> stream = element.getTextContent().strip();
                        case "Interest" -> interest = element.getTextContent().strip();
                        case "Id" -> id = element.getTextContent().strip();
                        case "Category" -> wanted |= interest.equals(element.getAttributeNS(null, "term"));
                        case "Header", "Section", "Entry" -> read(element);
                        default -> {
                            // Not looked at.
                        }
                    }
                }
            }
            if (wanted) {
                ids.add(id);
            }
        }
    }
}
