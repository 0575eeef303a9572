// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.basex;

import java.util.Set;
import org.messkit.services.spi.Handler;
import org.messkit.services.spi.Technology;

/**
 * XQuery on an embedded BaseX, over a database that Woodstox feeds; the variant {@code sax} has BaseX build it by its
 * default.
 */
public final class BasexTechnology implements Technology {
    private static final Set<String> USE_CASES = Set.of("tv-dinner", "sushi-boats", "buffet");

    /** For the service loader. */
    public BasexTechnology() {}

    @Override
    public String name() {
        return "basex";
    }

    @Override
    public Handler handler(String useCase, String variant) {
        if (USE_CASES.contains(useCase)) {
            Query query = new Query(useCase + ".xq");
            switch (variant) {
                case "":
                    return new QueryHandler(query);
                case "sax":
                    return new DefaultBuilderHandler(query);
                default:
            }
        }
        throw new IllegalArgumentException("basex has tv-dinner, sushi-boats and buffet, each also with +sax, got: "
                + useCase + (variant.isEmpty() ? "" : "+" + variant));
    }
}
