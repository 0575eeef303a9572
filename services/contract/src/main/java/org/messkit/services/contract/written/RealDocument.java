// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.contract.written;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;
import org.messkit.services.contract.compare.CanonicalAnswer;
import org.messkit.usecases.Message;

/**
 * A document that somebody else wrote, brought to a use case: a stylesheet maps it to the request, and the answer is computed from the
 * document itself, by XPath, never from what the stylesheet made of it.
 *
 * @param name of the file
 * @param useCase that it is brought to
 * @param answerSize {@code summary} or {@code full}
 * @param oracle computes the answer
 */
public record RealDocument(String name, String useCase, String answerSize, Function<Paths, String> oracle) {
    private static final String OAGIS = "oagis10_1_GetPurchaseOrder.xml";
    private static final String USGS = "usgs-earthquakes-atom.xml";

    private static final List<RealDocument> ALL = List.of(
            new RealDocument(OAGIS, "tv-dinner", "summary", RealAnswers::oagisSummary),
            new RealDocument(OAGIS, "tv-dinner", "full", RealAnswers::oagisLines),
            new RealDocument(USGS, "sushi-boats", "summary", RealAnswers::usgsIds),
            new RealDocument(USGS, "sushi-boats", "full", RealAnswers::usgsEntries),
            new RealDocument("UBL-Order-2.0-Example.xml", "buffet", "summary", RealAnswers::ubl),
            new RealDocument("UBL-Order-2.1-Example.xml", "buffet", "summary", RealAnswers::ubl));

    /** What was mapped and computed already: a stylesheet takes longer to compile than all services to answer. */
    private static final Map<RealDocument, Message> MAPPED = new ConcurrentHashMap<>();

    /** Those of one use case. */
    public static List<RealDocument> of(String useCase) {
        return ALL.stream().filter(document -> document.useCase.equals(useCase)).toList();
    }

    /** The request, which keeps to the use case's schema. */
    public byte[] request() throws IOException {
        return mapped().request();
    }

    /** The answer that is due. */
    public byte[] answer() throws IOException {
        return mapped().answer();
    }

    private Message mapped() throws IOException {
        Message known = MAPPED.get(this);
        if (known == null) {
            known = new Message(newRequest(), newAnswer(), Message.Identifier.NONE, 0, 0);
            MAPPED.put(this, known);
        }
        return known;
    }

    private byte[] newRequest() throws IOException {
        try (InputStream stylesheet = resource(useCase + ".xsl")) {
            // By class: a look-up may find another one in a technology's room.
            Transformer transformer =
                    TransformerFactory.newDefaultInstance().newTransformer(new StreamSource(stylesheet));
            transformer.setParameter("answer", answerSize);
            ByteArrayOutputStream request = new ByteArrayOutputStream();
            transformer.transform(new DOMSource(CanonicalAnswer.tree(document())), new StreamResult(request));
            return request.toByteArray();
        } catch (TransformerException e) {
            throw new IllegalStateException(name + " cannot be mapped", e);
        }
    }

    private byte[] newAnswer() throws IOException {
        return oracle.apply(new Paths(CanonicalAnswer.tree(document()))).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] document() throws IOException {
        try (InputStream in = resource(name)) {
            return in.readAllBytes();
        }
    }

    private static InputStream resource(String name) {
        return RealDocument.class.getResourceAsStream("real/" + name);
    }
}
