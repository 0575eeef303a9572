// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.schemas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class SchemasTest {
    private static final Map<String, String> REQUEST_SCHEMAS = Map.of(
            "tv-dinner",
            "get-purchase-order.xsd",
            "sushi-boats",
            "news-stream.xsd",
            "buffet",
            "order.xsd",
            "pantry",
            "pantry.xsd");
    private static final List<String> FULL = List.of("tv-dinner", "sushi-boats");
    private static final List<String> PANTRY =
            List.of("get", "get-answer", "find", "range", "find-answer", "update", "delete");
    private static final String WSDL = "http://schemas.xmlsoap.org/wsdl/";

    @ParameterizedTest
    @MethodSource("org.messkit.schemas.Schemas#useCases")
    void samplesAreValid(String useCase) throws Exception {
        SchemaFactory factory = SchemaFactory.newDefaultInstance();
        var validator = factory.newSchema(Schemas.url(useCase + "/" + REQUEST_SCHEMAS.get(useCase)))
                .newValidator();
        validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        List<String> samples = new ArrayList<>(List.of("request", "answer"));
        samples.addAll(useCase.equals("pantry") ? PANTRY : List.of());
        samples.addAll(FULL.contains(useCase) ? List.of("request-full", "answer-full") : List.of());
        for (String sample : samples) {
            URL url = Schemas.url(useCase + "/samples/" + sample + ".xml");
            validator.validate(new StreamSource(url.toExternalForm()));
        }
    }

    @ParameterizedTest
    @MethodSource("org.messkit.schemas.Schemas#useCases")
    void wsdlHasAPortPerSoapVersion(String useCase) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        Document wsdl = factory.newDocumentBuilder()
                .parse(Schemas.url(Schemas.wsdl(useCase)).toExternalForm());
        var ports = wsdl.getElementsByTagNameNS(WSDL, "port");
        assertEquals(2, ports.getLength());
        String name = wsdl.getDocumentElement().getAttribute("name");
        assertEquals(name + "Soap11Port", ((Element) ports.item(0)).getAttribute("name"));
        assertEquals(name + "Soap12Port", ((Element) ports.item(1)).getAttribute("name"));
    }

    @Test
    void unknownNamesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Schemas.url("tv-dinner/none.xsd"));
        assertThrows(IllegalArgumentException.class, () -> Schemas.wsdl("none"));
    }
}
