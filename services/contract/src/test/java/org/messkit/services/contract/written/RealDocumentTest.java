// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.contract.written;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.messkit.schemas.Schemas;

class RealDocumentTest {
    private static final Map<String, String> SCHEMAS =
            Map.of("tv-dinner", "get-purchase-order.xsd", "sushi-boats", "news-stream.xsd", "buffet", "order.xsd");

    @ParameterizedTest
    @ValueSource(strings = {"tv-dinner", "sushi-boats", "buffet"})
    void requestsAndAnswersAreValid(String useCase) throws Exception {
        Validator validator = SchemaFactory.newDefaultInstance()
                .newSchema(Schemas.url(useCase + "/" + SCHEMAS.get(useCase)))
                .newValidator();
        assertTrue(RealDocument.of(useCase).size() >= 2);
        for (RealDocument document : RealDocument.of(useCase)) {
            validator.validate(new StreamSource(new ByteArrayInputStream(document.request())));
            validator.validate(new StreamSource(new ByteArrayInputStream(document.answer())));
        }
    }

    /** By hand, from the documents. */
    @ParameterizedTest
    @CsvSource({
        "tv-dinner,   0, <LineCount>30</LineCount><TotalQuantity>30000</TotalQuantity><TotalPrice>30000000.00<",
        "sushi-boats, 0, <Count>3</Count><Id>urn:earthquake-usgs-gov:ci:38138255</Id>",
        "buffet,      0, <Valid>false</Valid><Violation><Rule>LINE_AMOUNT</Rule><Count>1</Count></Violation></OrderV",
        "buffet,      1, <Rule>PAYABLE_TOTAL</Rule>"
    })
    void oraclesSayWhatTheDocumentsSay(String useCase, int index, String part) throws Exception {
        String answer = new String(RealDocument.of(useCase).get(index).answer(), StandardCharsets.UTF_8);
        assertTrue(answer.contains(part), answer);
        assertEquals(1, answer.split(part, -1).length - 1, "once");
    }
}
