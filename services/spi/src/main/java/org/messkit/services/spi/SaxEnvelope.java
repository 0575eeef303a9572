// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.spi;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.DOMImplementation;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;
import org.xml.sax.helpers.NamespaceSupport;

/**
 * For technologies on SAX: receives a SOAP envelope and sends its payload on, as a document of its own, to another handler.
 * What stands around the payload becomes the tree that a binding wants to see; of the payload that tree has the bare
 * root element. So the payload is read as it streams by, and nothing of it is kept. One envelope's alone.
 *
 * @see EnvelopeParser
 */
public final class SaxEnvelope extends DefaultHandler {
    private static final DOMImplementation TREES = trees();
    private static final int BODY_DEPTH = 2;

    private final ContentHandler handler;
    private final Document tree = TREES.createDocument(null, null, null);
    private final Deque<Node> open = new ArrayDeque<>();
    private final NamespaceSupport scope = new NamespaceSupport();
    private boolean scoped;
    private Element payload;
    private int payloadDepth;

    /**
     * Makes one.
     *
     * @param handler gets the payload, from the start of a document to its end
     */
    public SaxEnvelope(ContentHandler handler) {
        this.handler = handler;
        open.push(tree);
    }

    /** The envelope, once it has been parsed, without what is within the payload. */
    public Document tree() {
        return tree;
    }

    /**
     * The payload's root element in the tree, once it has been parsed.
     *
     * @throws BadRequestException if there is nothing in the body, or no body
     */
    public Element payload() throws BadRequestException {
        if (payload == null) {
            throw new BadRequestException("there is no SOAP body with an element in it");
        }
        return payload;
    }

    @Override
    public void startPrefixMapping(String prefix, String namespace) throws SAXException {
        if (payloadDepth > 0) {
            handler.startPrefixMapping(prefix, namespace);
        } else {
            enterScope();
            scope.declarePrefix(prefix, namespace);
        }
    }

    @Override
    public void endPrefixMapping(String prefix) throws SAXException {
        if (payloadDepth > 0) {
            handler.endPrefixMapping(prefix);
        }
    }

    @Override
    public void startElement(String namespace, String name, String qualified, Attributes attributes)
            throws SAXException {
        if (payloadDepth == 0) {
            enterScope();
            scoped = false;
            Element element = tree.createElementNS(namespace.isEmpty() ? null : namespace, qualified);
            if (!inBody()) {
                describe(element, attributes);
                open.element().appendChild(element);
                open.push(element);
                return;
            }
            if (payload != null) {
                throw new SAXException("there is more than one element in the body");
            }
            payload = (Element) open.element().appendChild(element);
            begin();
        }
        payloadDepth++;
        handler.startElement(namespace, name, qualified, attributes);
    }

    @Override
    public void endElement(String namespace, String name, String qualified) throws SAXException {
        if (payloadDepth == 0) {
            scope.popContext();
            open.pop();
            return;
        }
        handler.endElement(namespace, name, qualified);
        payloadDepth--;
        if (payloadDepth == 0) {
            scope.popContext();
            handler.endDocument();
        }
    }

    @Override
    public void characters(char[] text, int start, int length) throws SAXException {
        if (payloadDepth > 0) {
            handler.characters(text, start, length);
        } else {
            open.element().appendChild(tree.createTextNode(new String(text, start, length)));
        }
    }

    /** Prefixes come before the element that declares them. */
    private void enterScope() {
        if (!scoped) {
            scope.pushContext();
            scoped = true;
        }
    }

    private boolean inBody() {
        return open.size() == BODY_DEPTH + 1
                && open.element().getLocalName().equals("Body")
                && Objects.equals(
                        open.element().getNamespaceURI(),
                        tree.getDocumentElement().getNamespaceURI());
    }

    /** A payload may use what the envelope declares. */
    private void begin() throws SAXException {
        handler.startDocument();
        for (String prefix : Collections.list(scope.getPrefixes())) {
            // This one stands for itself everywhere.
            if (!prefix.equals(XMLConstants.XML_NS_PREFIX)) {
                handler.startPrefixMapping(prefix, scope.getURI(prefix));
            }
        }
        String namespace = scope.getURI("");
        if (namespace != null) {
            handler.startPrefixMapping("", namespace);
        }
    }

    private void describe(Element element, Attributes attributes) {
        for (String prefix : Collections.list(scope.getDeclaredPrefixes())) {
            String name = prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix;
            element.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, name, scope.getURI(prefix));
        }
        for (int i = 0; i < attributes.getLength(); i++) {
            String namespace = attributes.getURI(i);
            element.setAttributeNS(
                    namespace.isEmpty() ? null : namespace, attributes.getQName(i), attributes.getValue(i));
        }
    }

    private static DOMImplementation trees() {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }
}
