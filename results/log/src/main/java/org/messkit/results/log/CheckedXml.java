// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.log;

import com.ctc.wstx.stax.WstxInputFactory;
import java.io.IOException;
import java.io.InputStream;
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
        requireFormat(file);
        try (InputStream in = Files.newInputStream(file)) {
            DocumentBuilder builder = factory(root).newDocumentBuilder();
            builder.setErrorHandler(new Strict());
            Element element = builder.parse(in, file.toUri().toString()).getDocumentElement();
            if (!element.getLocalName().equals(root)) {
                throw new IOException(
                        file + " is damaged: <" + root + "> expected, got: <" + element.getLocalName() + ">");
            }
            return element;
        } catch (SAXParseException e) {
            throw new IOException(
                    file + ":" + e.getLineNumber() + ":" + e.getColumnNumber() + " is damaged: " + e.getMessage(), e);
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Before the schema has its say: a newer format is no damage, and its schema is not known here. */
    private static void requireFormat(Path file) throws IOException {
        String format;
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader xml = PEEK.createXMLStreamReader(in);
            while (xml.next() != XMLStreamConstants.START_ELEMENT) {
                if (xml.getEventType() == XMLStreamConstants.DTD) {
                    throw new IOException(file + " is damaged: a DOCTYPE is not allowed");
                }
            }
            format = xml.getAttributeValue(null, "format");
            xml.close();
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
            throw new IOException(file + ":" + line + " is damaged: " + e.getMessage(), e);
        }
        if (format != null && format.matches("\\d{1,9}") && Integer.parseInt(format) > FormatVersion.CURRENT) {
            throw new IOException(file + " is of format " + format
                    + ", written by a newer Mess Kit; this one reads up to " + FormatVersion.CURRENT);
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
