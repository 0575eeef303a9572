// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.pantry;

import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.messkit.services.spi.BadRequestException;

/** The words of the contract, and how its parts are read: strictly, for what is stored must come back whole. */
public final class Pantry {
    /** Of all elements. */
    public static final String NAMESPACE = "urn:messkit:pantry:1";

    private static final int LONGEST_CODE = 200;
    private static final Pattern CALL_OFF = Pattern.compile("0|[1-9][0-9]{0,8}");

    private Pantry() {}

    /** Goes to the next tag; false if it is an end tag. Text between elements must be white. */
    public static boolean child(XMLStreamReader in) throws XMLStreamException, BadRequestException {
        while (true) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (!NAMESPACE.equals(in.getNamespaceURI())) {
                        throw new BadRequestException("every element must be in " + NAMESPACE);
                    }
                    return true;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    return false;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!isBlank(in)) {
                        throw new BadRequestException("there is text between elements");
                    }
                }
                default -> {
                    // Comments and instructions say nothing.
                }
            }
        }
    }

    private static boolean isBlank(XMLStreamReader in) throws XMLStreamException {
        try {
            return in.getText().isBlank();
        } catch (RuntimeException e) {
            throw malformed(e);
        }
    }

    /** The text of the element of that name that must come next; goes to its end tag. */
    public static String text(XMLStreamReader in, String name) throws XMLStreamException, BadRequestException {
        if (!child(in) || !in.getLocalName().equals(name)) {
            throw new BadRequestException("a " + name + " is missing, or something else stands in its place");
        }
        return in.getElementText();
    }

    /** As {@link #text}, a code: 1 to {@value #LONGEST_CODE} characters, without the blanks around them. */
    public static String code(XMLStreamReader in, String name) throws XMLStreamException, BadRequestException {
        String code = text(in, name).strip();
        if (code.isEmpty() || code.length() > LONGEST_CODE) {
            throw new BadRequestException(name + " must have 1 to " + LONGEST_CODE + " characters");
        }
        return code;
    }

    /** As {@link #text}, a call-off number. */
    public static int callOff(XMLStreamReader in, String name) throws XMLStreamException, BadRequestException {
        String number = text(in, name).strip();
        if (!CALL_OFF.matcher(number).matches()) {
            throw new BadRequestException(name + " must be a whole number from 0 to 999999999");
        }
        return Integer.parseInt(number);
    }

    /** Goes to the end tag that must come next. */
    public static void end(XMLStreamReader in) throws XMLStreamException, BadRequestException {
        if (child(in)) {
            throw new BadRequestException("there is more than what belongs here: " + in.getLocalName());
        }
    }

    /** Writes the text that a reader stands on. */
    public static void copyText(XMLStreamReader in, XMLStreamWriter out) throws XMLStreamException {
        try {
            out.writeCharacters(in.getTextCharacters(), in.getTextStart(), in.getTextLength());
        } catch (RuntimeException e) {
            throw malformed(e);
        }
    }

    /** A reader that CXF opened is lazy: what is wrong with a text comes unchecked when it is looked at. */
    private static XMLStreamException malformed(RuntimeException e) {
        if (e.getCause() instanceof XMLStreamException malformed) {
            return malformed;
        }
        throw e;
    }

    /** Writes an element that holds text alone. */
    public static void leaf(XMLStreamWriter out, String name, String text) throws XMLStreamException {
        out.writeStartElement("", name, NAMESPACE);
        out.writeCharacters(text);
        out.writeEndElement();
    }
}
