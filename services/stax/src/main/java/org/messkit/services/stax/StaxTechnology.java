// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.stax;

import org.messkit.services.spi.Handler;
import org.messkit.services.spi.Technology;

/** StAX on Woodstox, truly streaming. */
public final class StaxTechnology implements Technology {
    /** For the service loader. */
    public StaxTechnology() {}

    @Override
    public String name() {
        return "stax";
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
        throw new IllegalArgumentException("stax has tv-dinner, sushi-boats and buffet, got: " + useCase
                + (variant.isEmpty() ? "" : "+" + variant));
    }
}
