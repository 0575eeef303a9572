// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.aalto;

import org.messkit.services.spi.Handler;
import org.messkit.services.spi.Technology;
import org.messkit.services.spi.XmlLimits;
import org.messkit.services.streaming.StreamingHandler;

/** StAX on Aalto, which reads the envelope too: CXF's reader would be Woodstox. */
public final class AaltoTechnology implements Technology {
    /** For the service loader. */
    public AaltoTechnology() {}

    @Override
    public String name() {
        return "aalto";
    }

    @Override
    public Handler handler(String useCase, String variant) {
        if (!variant.isEmpty()) {
            throw new IllegalArgumentException("aalto has no variants, got: " + useCase + "+" + variant);
        }
        return new StreamingHandler(useCase, Aalto.parser(XmlLimits.fromSystemProperties()), Aalto.output(), true);
    }
}
