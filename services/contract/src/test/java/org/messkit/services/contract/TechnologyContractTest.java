// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.contract;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.messkit.schemas.Schemas;
import org.messkit.services.contract.ask.Envelope;
import org.messkit.services.contract.compare.CanonicalAnswer;
import org.messkit.services.contract.written.HandCarried;
import org.messkit.services.contract.written.Sparse;
import org.messkit.services.spi.Answer;
import org.messkit.services.spi.Handler;
import org.messkit.services.spi.ReaderHandler;
import org.messkit.services.spi.Technology;
import org.messkit.usecases.Message;
import org.messkit.usecases.Payload;
import org.messkit.usecases.UseCase;
import org.messkit.usecases.UseCases;

/** The contract is no test if it does not fail. */
class TechnologyContractTest {
    private final TechnologyContract contract = new TechnologyContract(new Careless(), "sushi-boats") {};

    @Test
    void wrongAnswersAreSeen() {
        allFail(contract.answersAreRight());
        allFail(contract.handCarriedMessagesAreReadAlike());
        allFail(contract.manyThreadsGetTheirOwnAnswers());
    }

    @Test
    void hostileMessagesThatAreAnsweredAreSeen(@TempDir Path folder) throws IOException {
        allFail(contract.hostileMessagesAreRefused(folder));
    }

    @Test
    void rewrittenMessagesMeanTheSame() throws Exception {
        for (UseCase useCase : UseCases.all()) {
            if (!useCase.name().equals("null")) {
                Message message = useCase.generator(Payload.ofBytes(5_000), 2).next();
                for (HandCarried carried : HandCarried.of(message)) {
                    // These add nodes and blanks that only a reader who knows the schema leaves out.
                    boolean adds =
                            Set.of("white space", "comments and instructions").contains(carried.name());
                    if (!adds && !carried.name().startsWith("astral")) {
                        byte[] document = Envelope.join(carried.prolog(), carried.payload());
                        CanonicalAnswer.assertSame(message.request(), CanonicalAnswer.tree(document));
                    }
                }
            }
        }
    }

    @Test
    void whatIsSparseIsValid() throws Exception {
        Map<String, String> schemas = Map.of(
                "tv-dinner", "get-purchase-order",
                "sushi-boats", "news-stream",
                "buffet", "order",
                "pantry", "pantry");
        for (Map.Entry<String, String> schema : schemas.entrySet()) {
            Validator validator = SchemaFactory.newDefaultInstance()
                    .newSchema(Schemas.url(schema.getKey() + "/" + schema.getValue() + ".xsd"))
                    .newValidator();
            List<HandCarried> all = Sparse.of(schema.getKey());
            assertFalse(all.isEmpty());
            for (HandCarried carried : all) {
                assertDoesNotThrow(
                        () -> validator.validate(new StreamSource(new ByteArrayInputStream(carried.payload()))),
                        carried.name());
            }
        }
    }

    @Test
    void answersAreComparedWithoutPrefixesAndWhiteSpace() {
        byte[] expected = "<a xmlns='urn:x'><b>1</b><c/></a>".getBytes(StandardCharsets.UTF_8);
        assertDoesNotThrow(() -> CanonicalAnswer.assertSame(
                expected, tree("<p:a xmlns:p='urn:x'>\n <p:b>1</p:b><!-- c --> <p:c></p:c></p:a>")));
        for (String wrong : new String[] {
            "<a xmlns='urn:y'><b>1</b><c/></a>",
            "<a xmlns='urn:x'><b>2</b><c/></a>",
            "<a xmlns='urn:x'><c/><b>1</b></a>"
        }) {
            assertThrows(AssertionError.class, () -> CanonicalAnswer.assertSame(expected, tree(wrong)), wrong);
        }
    }

    private static org.w3c.dom.Node tree(String xml) {
        return CanonicalAnswer.tree(xml.getBytes(StandardCharsets.UTF_8)).getDocumentElement();
    }

    private static void allFail(Stream<DynamicTest> tests) {
        var all = tests.toList();
        assertFalse(all.isEmpty());
        all.forEach(
                test -> assertThrows(Throwable.class, () -> test.getExecutable().execute(), test::getDisplayName));
    }

    /** Reads everything and answers the same to all. */
    private static final class Careless implements Technology, ReaderHandler, Answer {
        @Override
        public String name() {
            return "careless";
        }

        @Override
        public Handler handler(String useCase, String variant) {
            return this;
        }

        @Override
        public Answer answer(InputStream message) throws IOException {
            message.readAllBytes();
            return this;
        }

        @Override
        public Answer answer(XMLStreamReader payload) throws XMLStreamException {
            for (int open = 1; open > 0; ) {
                int event = payload.next();
                open += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
                open -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
            }
            return this;
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            out.write("<fine/>".getBytes(StandardCharsets.US_ASCII));
        }

        @Override
        public void writeTo(XMLStreamWriter out) throws XMLStreamException {
            out.writeEmptyElement("fine");
        }
    }
}
