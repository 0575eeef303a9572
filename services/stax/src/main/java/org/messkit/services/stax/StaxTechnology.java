// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.stax;

import org.messkit.services.spi.Handler;
import org.messkit.services.spi.StaxParser;
import org.messkit.services.spi.Technology;
import org.messkit.services.spi.XmlLimits;
import org.messkit.services.streaming.StreamingHandler;
import org.messkit.services.woodstox.Woodstox;

/** StAX on Woodstox, truly streaming. It is also what CXF reads envelopes with, so needs no parser in front. */
public final class StaxTechnology implements Technology {
    /** For the service loader. */
    public StaxTechnology() {}

    @Override
    public String name() {
        return "stax";
    }

    @Override
    public Handler handler(String useCase, String variant) {
        if (!variant.isEmpty()) {
            throw new IllegalArgumentException("stax has no variants, got: " + useCase + "+" + variant);
        }
        StaxParser woodstox = Woodstox.input(XmlLimits.fromSystemProperties())::createXMLStreamReader;
        return new StreamingHandler(useCase, woodstox, Woodstox.output(), false);
    }
}
