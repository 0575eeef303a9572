// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.jaxb;

import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import javax.xml.validation.ValidatorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;

/** Tells a validator what a reader comes by, from the element that it stands on to that element's end. One request's alone. */
final class ValidatingReader extends StreamReaderDelegate {
    private final ValidatorHandler validator;
    private final AttributesImpl attributes = new AttributesImpl();
    private int depth;

    /**
     * Makes one, and tells of the start tag that the reader stands on.
     *
     * @param validator without an error handler, so that it throws
     * @throws XMLStreamException if that element is not as the schema says
     */
    ValidatingReader(XMLStreamReader reader, ValidatorHandler validator) throws XMLStreamException {
        super(reader);
        this.validator = validator;
        try {
            validator.startDocument();
        } catch (SAXException e) {
            throw new InvalidException(e);
        }
        tell(reader.getEventType());
    }

    @Override
    public int next() throws XMLStreamException {
        int event = super.next();
        tell(event);
        return event;
    }

    @Override
    public int nextTag() throws XMLStreamException {
        int event = next();
        while (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_ELEMENT) {
            if (hasText() && !getText().isBlank()) {
                throw new XMLStreamException("there is text between elements", getLocation());
            }
            event = next();
        }
        return event;
    }

    @Override
    public String getElementText() throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
            switch (event) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(getText());
                case XMLStreamConstants.COMMENT, XMLStreamConstants.PROCESSING_INSTRUCTION -> {}
                default -> throw new XMLStreamException("there is more than text in an element", getLocation());
            }
        }
        return text.toString();
    }

    private void tell(int event) throws XMLStreamException {
        try {
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> start();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (depth > 0) {
                        validator.characters(getTextCharacters(), getTextStart(), getTextLength());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> end();
                default -> {}
            }
        } catch (SAXException e) {
            throw new InvalidException(e);
        } catch (RuntimeException e) {
            // A binding's reader may parse text lazily, and then has no checked way to say that it is malformed.
            if (e.getCause() instanceof XMLStreamException unreadable) {
                throw unreadable;
            }
            throw e;
        }
    }

    private void start() throws SAXException {
        depth++;
        for (int i = 0; i < getNamespaceCount(); i++) {
            declare(orNothing(getNamespacePrefix(i)), getNamespaceURI(i));
        }
        attributes.clear();
        for (int i = 0; i < getAttributeCount(); i++) {
            String namespace = orNothing(getAttributeNamespace(i));
            String name = getAttributeLocalName(i);
            String value = getAttributeValue(i);
            if (name.equals("type") && namespace.equals(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI)) {
                // Its value may use a prefix that the envelope declares, of which the validator has not been told.
                String prefix =
                        value.substring(0, Math.max(0, value.indexOf(':'))).strip();
                declare(prefix, getNamespaceURI(prefix));
            }
            attributes.addAttribute(namespace, name, qualified(orNothing(getAttributePrefix(i)), name), "CDATA", value);
        }
        String name = getLocalName();
        validator.startElement(orNothing(getNamespaceURI()), name, qualified(orNothing(getPrefix()), name), attributes);
    }

    private void end() throws SAXException {
        // Behind the element, what the binding reads is no affair of the schema's.
        if (depth == 0) {
            return;
        }
        String name = getLocalName();
        validator.endElement(orNothing(getNamespaceURI()), name, qualified(orNothing(getPrefix()), name));
        depth--;
        if (depth == 0) {
            validator.endDocument();
        }
    }

    private void declare(String prefix, String namespace) throws SAXException {
        validator.startPrefixMapping(prefix, orNothing(namespace));
    }

    private static String qualified(String prefix, String name) {
        return prefix.isEmpty() ? name : prefix + ":" + name;
    }

    private static String orNothing(String text) {
        return text == null ? "" : text;
    }

    /** The message is well-formed, and not as the schema says. */
    static final class InvalidException extends XMLStreamException {
        private static final long serialVersionUID = 1L;

        private InvalidException(SAXException cause) {
            // Not as the nested one: JAXB would take that out and throw this away.
            super(cause.getMessage());
            initCause(cause);
        }
    }
}
