// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.jaxb;

import org.messkit.services.spi.Handler;
import org.messkit.services.spi.Technology;

/**
 * JAXB on Woodstox. Its best practice binds what is asked for and skips the rest; the variant {@code full} binds the whole
 * message, as a generated service would; {@code early-exit} does not even parse the rest. The variants {@code validated} hold every
 * message against its schema.
 */
public final class JaxbTechnology implements Technology {
    /** For the service loader. */
    public JaxbTechnology() {}

    @Override
    public String name() {
        return "jaxb";
    }

    @Override
    public Handler handler(String useCase, String variant) {
        String service = useCase + (variant.isEmpty() ? "" : "+" + variant);
        return switch (service) {
            case "tv-dinner" -> new TvDinner();
            case "tv-dinner+full" -> new FullTvDinner();
            case "tv-dinner+early-exit" -> new EarlyExitTvDinner();
            case "tv-dinner+validated" -> new Validated(new TvDinner(), "tv-dinner/get-purchase-order.xsd");
            case "sushi-boats" -> new SushiBoats();
            case "sushi-boats+validated" -> new Validated(new SushiBoats(), "sushi-boats/news-stream.xsd");
            case "buffet" -> new Buffet();
            case "buffet+validated" -> new Validated(new Buffet(), "buffet/order.xsd");
            default ->
                throw new IllegalArgumentException(
                        "jaxb has tv-dinner, sushi-boats and buffet, each also +validated, tv-dinner+full and "
                                + "tv-dinner+early-exit, got: " + service);
        };
    }
}
