// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.scenario.xml;

import com.ctc.wstx.stax.WstxInputFactory;
import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLInputFactory2;

/** Reads a scenario file into nodes that know their places. */
public final class NodeReader {
    /** Of every element. */
    public static final String NAMESPACE = "urn:messkit:scenario:1";

    private static final XMLInputFactory FACTORY = factory();

    private final String file;
    private final List<Problem> problems;

    /** Makes one; what is wrong is added to the problems. */
    public NodeReader(String file, List<Problem> problems) {
        this.file = file;
        this.problems = problems;
    }

    /** The root element, or null where the file is not well-formed; the problem is noted. */
    public Node read(byte[] bytes) {
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(bytes));
            try {
                return tree(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            Location at = e.getLocation();
            String why = e.getMessage().lines().findFirst().orElse("not well-formed");
            problems.add(new Problem(
                    "not well-formed XML: " + why,
                    file,
                    at == null ? 1 : Math.max(1, at.getLineNumber()),
                    at == null ? 1 : Math.max(1, at.getColumnNumber())));
            return null;
        }
    }

    private Node tree(XMLStreamReader reader) throws XMLStreamException {
        Deque<Node> open = new ArrayDeque<>();
        Node root = null;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamReader.START_ELEMENT -> {
                    Node node = node(reader, open.isEmpty() ? NAMESPACE : open.peek().namespace);
                    if (open.isEmpty()) {
                        root = node;
                    } else {
                        open.peek().children.add(node);
                    }
                    open.push(node);
                }
                case XMLStreamReader.END_ELEMENT -> open.pop();
                case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA -> {
                    if (!open.isEmpty()) {
                        open.peek().text.append(reader.getText());
                    }
                }
                case XMLStreamReader.DTD ->
                    problems.add(new Problem(
                            "a scenario has no DOCTYPE",
                            file,
                            reader.getLocation().getLineNumber(),
                            reader.getLocation().getColumnNumber()));
                default -> {
                    // Comments and white space around the root say nothing.
                }
            }
        }
        return root;
    }

    private Node node(XMLStreamReader reader, String around) {
        Location at = reader.getLocation();
        String namespace = reader.getNamespaceURI() == null ? "" : reader.getNamespaceURI();
        Node node = new Node(reader.getLocalName(), namespace, at.getLineNumber(), at.getColumnNumber());
        if (!NAMESPACE.equals(namespace) && !around.equals(namespace)) {
            // Said once for all that stands in a wrong namespace together.
            problems.add(new Problem(
                    "element <" + node.name + "> must be in namespace " + NAMESPACE + ", got: "
                            + (namespace.isEmpty() ? "none" : namespace),
                    file,
                    node.line,
                    node.column));
        }
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String of = reader.getAttributeNamespace(i);
            if (of == null || of.isEmpty()) {
                node.attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
            } else if (!of.equals(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI)) {
                // An editor finds the schema by xsi:schemaLocation.
                node.attributes.put("{" + of + "}" + reader.getAttributeLocalName(i), reader.getAttributeValue(i));
            }
        }
        return node;
    }

    private static XMLInputFactory factory() {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        // Else what is wrong in a text is thrown unchecked when the text is asked for.
        factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        return factory;
    }
}
