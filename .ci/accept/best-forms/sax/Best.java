// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.xerces.parsers.SAXParser;
import org.apache.xerces.parsers.XML11Configuration;
import org.messkit.services.spi.Answer;
import org.messkit.services.spi.Handler;
import org.messkit.services.spi.PlainHandler;
import org.messkit.services.spi.Technology;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Sushi Boats in one SAX handler on one parser that is kept: no limits, nothing checked. For one thread. */
public final class Best extends DefaultHandler implements Technology, PlainHandler {
    private final SAXParser parser = new SAXParser(new XML11Configuration());
    private final StringBuilder text = new StringBuilder();
    private List<String> ids;
    private boolean inText;
    private boolean wanted;
    private String stream;
    private String interest;
    private String id;

    public Best() {
        parser.setContentHandler(this);
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
        ids = new ArrayList<>();
        try {
            parser.parse(new InputSource(message));
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
        return Text.news(stream, ids);
    }

    @Override
    public void startElement(String namespace, String name, String qualified, Attributes attributes) {
        switch (name) {
            case "StreamId", "Interest", "Id" -> {
                text.setLength(0);
                inText = true;
            }
            case "Category" -> wanted |= interest.equals(attributes.getValue("", "term"));
            default -> {
                // Not looked at.
            }
        }
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        if (inText) {
            text.append(characters, start, length);
        }
    }

    @Override
    public void endElement(String namespace, String name, String qualified) {
        if (inText) {
            inText = false;
            String whole = text.toString().strip();
            switch (name) {
                case "StreamId" -> stream = whole;
                case "Interest" -> interest = whole;
                default -> id = whole;
            }
        } else if (name.equals("Entry")) {
            if (wanted) {
                ids.add(id);
            }
            wanted = false;
        }
    }
}
