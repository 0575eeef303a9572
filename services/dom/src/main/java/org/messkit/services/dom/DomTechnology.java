// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.dom;

import org.messkit.services.spi.Handler;
import org.messkit.services.spi.Technology;

/** DOM on Xerces, which parses the envelope too: a tree that CXF makes would be another parser's. */
public final class DomTechnology implements Technology {
    /** For the service loader. */
    public DomTechnology() {}

    @Override
    public String name() {
        return "dom";
    }

    @Override
    public Handler handler(String useCase, String variant) {
        if (variant.isEmpty()) {
            switch (useCase) {
                case "tv-dinner":
                    return new TvDinner();
                case "sushi-boats":
                    return new SushiBoats();
                case "buffet":
                    return new Buffet();
                default:
            }
        }
        throw new IllegalArgumentException("dom has tv-dinner, sushi-boats and buffet, got: " + useCase
                + (variant.isEmpty() ? "" : "+" + variant));
    }
}
