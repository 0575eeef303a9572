// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.contract.compare;

import java.util.TreeMap;
import org.messkit.services.contract.compare.CanonicalAnswer.Blanks;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** A tree as a text in which prefixes, their declarations, comments and instructions are left out: two that are equal mean the same. */
final class CanonicalText {
    private static final String DECLARATIONS = "http://www.w3.org/2000/xmlns/";

    private final StringBuilder out = new StringBuilder();
    private final StringBuilder text = new StringBuilder();
    private final Blanks ignored;

    private CanonicalText(Blanks ignored) {
        this.ignored = ignored;
    }

    static String of(Node node, Blanks ignored) {
        CanonicalText canonical = new CanonicalText(ignored);
        canonical.add(node);
        return canonical.out.toString();
    }

    private void add(Node node) {
        switch (node.getNodeType()) {
            case Node.TEXT_NODE, Node.CDATA_SECTION_NODE -> text.append(node.getNodeValue());
            case Node.ELEMENT_NODE -> {
                endText();
                out.append('<').append(name(node));
                attributes(node.getAttributes());
                out.append('>');
                children(node);
                endText();
                out.append("</>");
            }
            case Node.DOCUMENT_NODE -> children(node);
            default -> {
                // Says nothing.
            }
        }
    }

    private void children(Node node) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            add(child);
        }
    }

    private void attributes(NamedNodeMap attributes) {
        TreeMap<String, String> sorted = new TreeMap<>();
        for (int i = 0; i < attributes.getLength(); i++) {
            Node attribute = attributes.item(i);
            if (!DECLARATIONS.equals(attribute.getNamespaceURI())) {
                sorted.put(name(attribute), attribute.getNodeValue());
            }
        }
        sorted.forEach((name, value) -> out.append(' ')
                .append(name)
                .append("=\"")
                .append(escaped(value))
                .append('"'));
    }

    private void endText() {
        // Blanks of XML alone; other characters that look blank are text.
        String all = text.toString();
        text.setLength(0);
        if (ignored == Blanks.AROUND_TEXTS) {
            all = all.trim().replaceAll("\\s+", " ");
        }
        if (ignored == Blanks.NONE || !all.trim().isEmpty()) {
            out.append(escaped(all));
        }
    }

    private static String escaped(String value) {
        return value.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private static String name(Node node) {
        String local = node.getLocalName() == null ? node.getNodeName() : node.getLocalName();
        String namespace = node.getNamespaceURI() == null ? "" : escaped(node.getNamespaceURI());
        return "{" + namespace + "}" + local;
    }
}
