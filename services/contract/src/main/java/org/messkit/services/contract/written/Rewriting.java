// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.contract.written;

import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Writes a message once more in another style. Used once. */
final class Rewriting {
    private final XMLStreamReader in;
    private final Style style;
    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();
    private int startTagEnd;
    private int contentStart;

    Rewriting(XMLStreamReader in, Style style) {
        this.in = in;
        this.style = style;
    }

    String whole() throws XMLStreamException {
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> start();
                case XMLStreamConstants.END_ELEMENT -> end();
                case XMLStreamConstants.CHARACTERS -> text(in.getText());
                default -> {}
            }
        }
        return out.toString();
    }

    private void start() {
        between();
        String name = style == Style.PREFIXES ? "n" + open.size() + ":" + in.getLocalName() : in.getLocalName();
        String declaration = style == Style.PREFIXES ? "xmlns:n" + open.size() : "xmlns";
        out.append('<').append(name).append(' ').append(declaration).append("=\"");
        out.append(in.getNamespaceURI()).append('"');
        if (open.isEmpty() && style == Style.WHITE_SPACE) {
            out.append("\n  xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'\txsi:schemaLocation='urn:a b.xsd' ");
        }
        for (int i = 0; i < in.getAttributeCount(); i++) {
            out.append(' ').append(in.getAttributeLocalName(i)).append("='");
            escaped(in.getAttributeValue(i));
            out.append('\'');
        }
        out.append('>');
        open.push(name);
        startTagEnd = out.length();
        between();
        contentStart = out.length();
    }

    private void end() {
        // Where the schema has no content it takes no blanks either.
        if (style == Style.WHITE_SPACE && out.length() == contentStart) {
            out.setLength(startTagEnd);
        } else {
            between();
        }
        out.append("</").append(open.pop()).append(style == Style.WHITE_SPACE ? " >" : ">");
        if (!open.isEmpty()) {
            between();
        }
    }

    private void between() {
        if (style == Style.COMMENTS) {
            out.append("<!-- <a> & --><?b c?>");
        } else if (style == Style.WHITE_SPACE && !open.isEmpty()) {
            out.append("\n \t");
        }
    }

    private void text(String text) {
        switch (style) {
            case COMMENTS -> {
                int half = text.offsetByCodePoints(0, text.codePointCount(0, text.length()) / 2);
                escaped(text.substring(0, half));
                between();
                escaped(text.substring(half));
            }
            case CDATA -> out.append("<![CDATA[").append(text).append("]]>");
            case REFERENCES ->
                text.codePoints()
                        .forEach(c ->
                                out.append("&#x").append(Integer.toHexString(c)).append(';'));
            default -> escaped(text);
        }
    }

    private void escaped(String text) {
        out.append(text.replace("&", "&amp;").replace("<", "&lt;").replace("'", "&apos;"));
    }
}
