// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.sax;

import java.util.function.Supplier;
import org.messkit.services.spi.Handler;
import org.messkit.services.spi.Technology;

/** SAX on Xerces, which parses the envelope too: the events that CXF could give would be another parser's. */
public final class SaxTechnology implements Technology {
    /** For the service loader. */
    public SaxTechnology() {}

    @Override
    public String name() {
        return "sax";
    }

    @Override
    public Handler handler(String useCase, String variant) {
        String service = useCase + (variant.isEmpty() ? "" : "+" + variant);
        Supplier<Reading> readings =
                switch (service) {
                    case "tv-dinner" -> PurchaseOrderReading::new;
                    case "sushi-boats" -> NewsReading::new;
                    case "buffet" -> OrderReading::new;
                    default ->
                        throw new IllegalArgumentException(
                                "sax has tv-dinner, sushi-boats and buffet, got: " + service);
                };
        return new ReadingHandler(readings);
    }
}
