// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayersTest {
    private static final Layers STATED = Layers.of(Map.of(
            "binding", List.of("org.apache.xerces.dom", "org.apache.xerces.parsers.DOMParser"),
            "parser", List.of("org.apache.xerces")));

    @ParameterizedTest
    @CsvSource({
        "org.apache.xerces.impl.XMLScanner, PARSER",
        "org.apache.xerces.dom.NodeImpl, TREE",
        "org.apache.xerces.parsers.DOMParser, TREE",
        "org.apache.xerces.parsers.DOMParser$1, TREE",
        "org.apache.xerces.parsers.SAXParser, PARSER",
        "org.apache.xercesimpl.Other, APPLICATION",
        "com.ctc.wstx.sr.BasicStreamReader, PARSER",
        "com.sun.org.apache.xerces.internal.dom.NodeImpl, TREE",
        "com.sun.org.apache.xerces.internal.impl.XMLScanner, PARSER",
        "org.messkit.services.host.binding.PlainBinding, HTTP",
        "org.messkit.services.stax.StaxTechnology, APPLICATION",
        "org.h2.Driver, APPLICATION"
    })
    void theLongestNameSaysWhoseAClassIs(String type, Layer layer) {
        assertEquals(layer, STATED.layerOf(type));
    }

    @Test
    void whatTheJdkDoesIsNobodys() {
        assertNull(STATED.layerOf("java.lang.String"));
        assertNull(STATED.layerOf(""));
    }

    @ParameterizedTest
    @CsvSource({
        "org.h2.Driver, STORE",
        "org.basex.query.QueryProcessor, TREE",
        "com.fasterxml.aalto.stax.StreamReaderImpl, PARSER",
        "org.apache.xerces.parsers.AbstractDOMParser, TREE",
        "org.apache.xerces.impl.XMLScanner, PARSER"
    })
    void profilesFromBeforeAreReadAsTheyWere(String type, Layer layer) {
        assertEquals(layer, Layers.of(null).layerOf(type));
    }

    @Test
    void aLayerThatThereIsNotIsNamed() {
        var e = assertThrows(IllegalArgumentException.class, () -> Layers.of(Map.of("parsers", List.of("a"))));
        assertEquals("a layer must be one of [binding, parser, store], got: parsers", e.getMessage());
    }
}
