// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.dom;

import org.messkit.services.spi.BindingTreeHandler.Tree;
import org.messkit.services.spi.Handler;
import org.messkit.services.spi.Technology;
import org.messkit.services.spi.XmlLimits;

/**
 * DOM on Xerces, which parses the envelope too: a tree that CXF makes would be another parser's. Nodes are made at once, as deferred
 * ones cost more where all is read; the variant {@code deferred} defers them. The variant {@code naive} looks its factory up for
 * each message. Under SOAP the variants {@code cxf} and {@code saaj} take trees that CXF has made.
 */
public final class DomTechnology implements Technology {
    /** For the service loader. */
    public DomTechnology() {}

    @Override
    public String name() {
        return "dom";
    }

    @Override
    public Handler handler(String useCase, String variant) {
        XmlLimits limits = XmlLimits.fromSystemProperties();
        String service = useCase + (variant.isEmpty() ? "" : "+" + variant);
        return switch (service) {
            case "tv-dinner" -> new TvDinner();
            case "sushi-boats" -> new SushiBoats();
            case "buffet" -> new Buffet(new Parsers(limits, Nodes.AT_ONCE));
            case "buffet+deferred" -> new Buffet(new Parsers(limits, Nodes.DEFERRED));
            case "buffet+naive" -> new Buffet(new NaiveParser(limits));
            case "buffet+cxf" -> new BindingsBuffet(new Buffet(new Parsers(limits, Nodes.AT_ONCE)), Tree.COPIED);
            case "buffet+saaj" -> new BindingsBuffet(new Buffet(new Parsers(limits, Nodes.AT_ONCE)), Tree.MESSAGE);
            default ->
                throw new IllegalArgumentException(
                        "dom has tv-dinner, sushi-boats, buffet, buffet+naive, buffet+deferred, buffet+cxf and buffet+saaj,"
                                + " got: " + service);
        };
    }
}
