// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.aalto;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import com.fasterxml.aalto.stax.OutputFactoryImpl;
import com.fasterxml.aalto.stax.StreamReaderImpl;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import org.messkit.services.spi.StaxParser;
import org.messkit.services.spi.XmlLimits;

/** This room's parser, by class and hardened: no DTD, limits around it. The factories are thread-safe. */
final class Aalto {
    private Aalto() {}

    static StaxParser parser(XmlLimits limits) {
        InputFactoryImpl factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // Lazy, as by default: a text that nobody asks for is passed over, not decoded. What fails later than it could
        // is the handler's to see.
        return document -> {
            CountedStream counted = new CountedStream(document);
            return new LimitedReader((StreamReaderImpl) factory.createXMLStreamReader(counted), counted, limits);
        };
    }

    static XMLOutputFactory output() {
        OutputFactoryImpl factory = new OutputFactoryImpl();
        factory.setProperty(XMLOutputFactory.IS_REPAIRING_NAMESPACES, false);
        return factory;
    }
}
