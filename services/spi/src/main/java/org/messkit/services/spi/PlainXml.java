// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.spi;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/** For technologies on StAX: serves the plain forms of {@link ReaderHandler} and {@link Answer} by their StAX forms. */
public final class PlainXml {
    private PlainXml() {}

    /**
     * Answers a plain message through {@link ReaderHandler#answer(XMLStreamReader)}, and reads to the end of the document.
     *
     * @param factory hardened and thread-safe
     * @throws BadRequestException if the message has a DOCTYPE, is not well-formed or the handler refuses it
     * @throws IOException if the connection fails
     */
    public static Answer answer(XMLInputFactory factory, InputStream message, ReaderHandler handler)
            throws BadRequestException, IOException {
        return answer((StaxParser) factory::createXMLStreamReader, message, handler);
    }

    /** As {@link #answer(XMLInputFactory, InputStream, ReaderHandler)}, with any parser on StAX. */
    public static Answer answer(StaxParser parser, InputStream message, ReaderHandler handler)
            throws BadRequestException, IOException {
        return read(parser, message, handler::answer);
    }

    /** What is read from a message; the reader stands on the start tag of the root, and at return on the end tag or past it. */
    @FunctionalInterface
    public interface Reading<T> {
        /** Reads. */
        T from(XMLStreamReader payload) throws BadRequestException, XMLStreamException;
    }

    /**
     * Reads a plain message to the end of the document, before anything is done with it.
     *
     * @throws BadRequestException as for {@link #answer(XMLInputFactory, InputStream, ReaderHandler)}
     * @throws IOException if the connection fails
     */
    public static <T> T read(StaxParser parser, InputStream message, Reading<T> reading)
            throws BadRequestException, IOException {
        MessageStream in = new MessageStream(message);
        try {
            XMLStreamReader reader = parser.open(in);
            toRoot(reader);
            T read = reading.from(reader);
            while (reader.getEventType() != XMLStreamConstants.END_DOCUMENT) {
                reader.next();
            }
            reader.close();
            return read;
        } catch (XMLStreamException e) {
            in.rethrow();
            throw new BadRequestException("not well-formed or beyond a limit" + place(e.getLocation()), e);
        }
    }

    /**
     * Writes an answer through {@link Answer#writeTo(XMLStreamWriter)}, without an XML declaration.
     *
     * @param factory not repairing, thread-safe
     * @throws IOException if the connection fails
     */
    public static void write(XMLOutputFactory factory, OutputStream out, Answer answer) throws IOException {
        try {
            XMLStreamWriter writer = factory.createXMLStreamWriter(out, "UTF-8");
            answer.writeTo(writer);
            writer.close();
        } catch (XMLStreamException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException("cannot write", e);
        }
    }

    private static void toRoot(XMLStreamReader reader) throws XMLStreamException, BadRequestException {
        if (!MessageEncoding.isServed(reader.getCharacterEncodingScheme())) {
            throw new BadRequestException("the encoding must be UTF-8 or UTF-16");
        }
        while (reader.getEventType() != XMLStreamConstants.START_ELEMENT) {
            if (reader.next() == XMLStreamConstants.DTD) {
                throw new BadRequestException("a DOCTYPE is not allowed");
            }
        }
    }

    private static String place(Location location) {
        return location == null || location.getLineNumber() < 1
                ? ""
                : ", near line " + location.getLineNumber() + ", column " + location.getColumnNumber();
    }
}
