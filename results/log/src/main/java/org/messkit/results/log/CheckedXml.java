// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.log;

import com.ctc.wstx.stax.WstxInputFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Reads one of the run folder's XML files against its schema, so that the code after it need not ask what is there. No
 * DOCTYPE, no external access. The parser is the JDK's own, by name: nothing here is measured. Thread-safe.
 */
final class CheckedXml {
    private static final WstxInputFactory PEEK = peek();
    private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

    private CheckedXml() {}

    /**
     * Reads a file.
     *
     * @param root name of the root element and of its schema
     * @throws IOException naming file, line and fault
     */
    static Element read(Path file, String root) throws IOException {
        return read(file, Files.readAllBytes(file), root);
    }

    /**
     * Reads what a file holds.
     *
     * @throws DamagedFileException where that is not what the schema says
     * @throws IOException if it is of a newer format
     */
    static Element read(Path file, byte[] content, String root) throws IOException {
        requireFormat(file, content);
        try {
            DocumentBuilder builder = factory(root).newDocumentBuilder();
            builder.setErrorHandler(new Strict());
            Element element = builder.parse(
                            new ByteArrayInputStream(content), file.toUri().toString())
                    .getDocumentElement();
            if (!root.equals(element.getLocalName())) {
                throw new DamagedFileException(
                        file, 0, "is damaged: <" + root + "> expected, got: <" + element.getNodeName() + ">");
            }
            return element;
        } catch (SAXParseException e) {
            throw new DamagedFileException(file, e.getLineNumber(), "is damaged: " + e.getMessage());
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw e instanceof DamagedFileException damage
                    ? damage
                    : new DamagedFileException(file, 0, "is damaged: " + e.getMessage());
        }
    }

    /** The line of the first element of that name in what {@link #read} has passed; 1 where there is none. */
    static int line(byte[] content, String name) {
        try {
            XMLStreamReader xml = PEEK.createXMLStreamReader(new ByteArrayInputStream(content));
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals(name)) {
                    return xml.getLocation().getLineNumber();
                }
            }
            return 1;
        } catch (XMLStreamException e) {
            return 1;
        }
    }

    /** Before the schema has its say: a newer format is no damage, and its schema is not known here. */
    private static void requireFormat(Path file, byte[] content) throws IOException {
        String format;
        try {
            XMLStreamReader xml = PEEK.createXMLStreamReader(new ByteArrayInputStream(content));
            while (xml.next() != XMLStreamConstants.START_ELEMENT) {
                if (xml.getEventType() == XMLStreamConstants.DTD) {
                    throw new DamagedFileException(file, 0, "is damaged: a DOCTYPE is not allowed");
                }
            }
            format = xml.getAttributeValue(null, "format");
            xml.close();
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
            throw new DamagedFileException(file, line, "is damaged: " + e.getMessage());
        }
        if (format != null && format.matches("\\d{1,9}") && Integer.parseInt(format) > FormatVersion.CURRENT) {
            throw new DamagedFileException(
                    file,
                    0,
                    "is of format " + format + ", written by a newer Mess Kit; this one reads up to "
                            + FormatVersion.CURRENT);
        }
    }

    static Element child(Element parent, String name) {
        return children(parent, name).get(0);
    }

    static List<Element> children(Element parent, String name) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getLocalName().equals(name)) {
                children.add(element);
            }
        }
        return children;
    }

    static Optional<String> optional(Element element, String name) {
        return element.hasAttribute(name) ? Optional.of(element.getAttribute(name)) : Optional.empty();
    }

    static long whole(Element element, String name) {
        return Long.parseLong(element.getAttribute(name).strip());
    }

    /** Of XML Schema's form, in which infinity is INF. */
    static double number(Element element, String name) {
        String text = element.getAttribute(name).strip();
        return Double.parseDouble(text.endsWith("INF") ? text.replace("INF", "Infinity") : text);
    }

    static Instant instant(Element element, String name) {
        return OffsetDateTime.parse(element.getAttribute(name).strip()).toInstant();
    }

    private static DocumentBuilderFactory factory(String root) throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setNamespaceAware(true);
        factory.setXIncludeAware(false);
        factory.setSchema(SCHEMAS.computeIfAbsent(root, CheckedXml::schema));
        return factory;
    }

    private static Schema schema(String root) {
        URL url = CheckedXml.class.getResource("/org/messkit/schemas/run/" + root + ".xsd");
        try {
            return SchemaFactory.newDefaultInstance().newSchema(url);
        } catch (SAXException e) {
            throw new IllegalStateException("the kit's own schema " + url + " is wrong", e);
        }
    }

    private static WstxInputFactory peek() {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** Takes every error as the end. */
    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) {
            // The file can be read all the same.
        }

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
