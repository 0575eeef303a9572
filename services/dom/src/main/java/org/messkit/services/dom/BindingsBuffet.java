// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.dom;

import java.util.Map;
import org.messkit.services.spi.Answer;
import org.messkit.services.spi.BadRequestException;
import org.messkit.services.spi.BindingTreeHandler;
import org.w3c.dom.Element;

/** Reads every element of an order in a tree that the SOAP binding has made: Woodstox parses, and what it says is copied. */
final class BindingsBuffet implements BindingTreeHandler {
    private final Buffet buffet;
    private final Tree tree;

    BindingsBuffet(Buffet buffet, Tree tree) {
        this.buffet = buffet;
        this.tree = tree;
    }

    @Override
    public Answer answer(Element payload) throws BadRequestException {
        return buffet.answer(payload);
    }

    @Override
    public Tree tree() {
        return tree;
    }

    @Override
    public Map<String, Object> engines() {
        // The tree is the binding's.
        return Map.of("javax.xml.stream.XMLOutputFactory", Engines.OUTPUT);
    }
}
