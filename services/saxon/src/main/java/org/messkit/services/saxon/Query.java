// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.saxon;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.transform.stax.StAXSource;
import net.sf.saxon.lib.Feature;
import net.sf.saxon.s9api.DocumentBuilder;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.WhitespaceStrippingPolicy;
import net.sf.saxon.s9api.XQueryEvaluator;
import net.sf.saxon.s9api.XQueryExecutable;
import net.sf.saxon.s9api.XdmItem;
import net.sf.saxon.s9api.XdmNode;
import org.messkit.services.spi.BadRequestException;

/**
 * A compiled query. Thread-safe.
 *
 * @implNote Queries and trees share one processor, for names have numbers in its pool. The pool keeps the names of every
 *     message and is never emptied; messages of a contract bring no new ones.
 */
final class Query {
    /** Of the errors by which a query refuses a message. */
    private static final String REFUSED = "urn:messkit:services:saxon";
    /** Of the language's own errors, which a message causes that is not as the schema says. */
    private static final String STANDARD = "http://www.w3.org/2005/xqt-errors";

    private static final Processor PROCESSOR = processor();

    private final XQueryExecutable executable;

    Query(String resource) {
        try (InputStream text = Query.class.getResourceAsStream(resource)) {
            executable = PROCESSOR.newXQueryCompiler().compile(text);
        } catch (SaxonApiException | IOException e) {
            throw new IllegalStateException("cannot compile " + resource, e);
        }
    }

    static Processor processorOfAll() {
        return PROCESSOR;
    }

    /** Asks the element whose start tag the reader stands on, and leaves the reader on its end tag. */
    XdmNode answer(XMLStreamReader payload) throws BadRequestException, XMLStreamException {
        XdmNode document = document(payload);
        XQueryEvaluator evaluator = executable.load();
        try {
            evaluator.setContextItem(document);
            XdmItem answer = evaluator.evaluateSingle();
            return (XdmNode) answer;
        } catch (SaxonApiException e) {
            String namespace = e.getErrorCode() == null ? "" : e.getErrorCode().getNamespace();
            if (namespace.equals(REFUSED)) {
                throw new BadRequestException(e.getMessage(), e);
            }
            if (namespace.equals(STANDARD)) {
                throw new BadRequestException("an element is not as the schema says", e);
            }
            throw new IllegalStateException("the query failed", e);
        }
    }

    private static XdmNode document(XMLStreamReader payload) throws XMLStreamException {
        DocumentBuilder builder = PROCESSOR.newDocumentBuilder();
        // A blank between the words of a text is content, and only a schema tells it from one that is not.
        builder.setWhitespaceStrippingPolicy(WhitespaceStrippingPolicy.NONE);
        try {
            return builder.build(new StAXSource(new PayloadDocument(payload)));
        } catch (SaxonApiException | RuntimeException e) {
            // A binding's reader may parse text lazily, and then has no checked way to say that it is malformed.
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof XMLStreamException unreadable) {
                    throw unreadable;
                }
            }
            throw new IllegalStateException("cannot make a tree", e);
        }
    }

    private static Processor processor() {
        Processor processor = new Processor(false);
        processor.setConfigurationProperty(Feature.ALLOW_EXTERNAL_FUNCTIONS, false);
        // By default Saxon prints every malformed message to the console.
        processor.getUnderlyingConfiguration().setErrorReporterFactory(configuration -> problem -> {});
        return processor;
    }
}
