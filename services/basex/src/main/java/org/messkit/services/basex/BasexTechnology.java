// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.basex;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.messkit.services.spi.Handler;
import org.messkit.services.spi.OwnServlet;
import org.messkit.services.spi.ServiceName;
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
            Query query = new Query(useCase);
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

    @Override
    public Optional<OwnServlet> servlet(String binding, List<ServiceName> services) {
        if (!binding.equals("restxq")) {
            return Optional.empty();
        }
        for (ServiceName service : services) {
            if (!USE_CASES.contains(service.useCase()) || !service.variant().isEmpty()) {
                throw new IllegalArgumentException(
                        "basex has tv-dinner, sushi-boats and buffet on restxq, got: " + service);
            }
        }
        return Optional.of(Restxq.servlet());
    }
}
