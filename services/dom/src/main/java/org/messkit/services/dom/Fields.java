// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.dom;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.messkit.services.business.orders.Values;
import org.messkit.services.spi.BadRequestException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Reads values of child elements.
 *
 * @param namespace of the children
 */
record Fields(String namespace) {
    boolean is(Node node, String name) {
        return name.equals(node.getLocalName()) && namespace.equals(node.getNamespaceURI());
    }

    /** The first child of that name. */
    Optional<Element> child(Element parent, String name) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && is(element, name)) {
                return Optional.of(element);
            }
        }
        return Optional.empty();
    }

    /** All children of that name. */
    List<Element> children(Element parent, String name) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && is(element, name)) {
                children.add(element);
            }
        }
        return children;
    }

    /** Its text without blanks around it, not empty. */
    String text(Element parent, String name) throws BadRequestException {
        String text = child(parent, name).map(Fields::text).orElse("");
        if (text.isEmpty()) {
            throw new BadRequestException(parent.getLocalName() + " must have a " + name);
        }
        return text;
    }

    static String text(Element element) {
        return element.getTextContent().strip();
    }

    /** The value of an attribute in no namespace, null if there is none. */
    static String attribute(Element element, String name) {
        return element.hasAttributeNS(null, name) ? element.getAttributeNS(null, name) : null;
    }

    BigDecimal money(Element parent, String name) throws BadRequestException {
        return Values.decimal(text(parent, name), name);
    }

    /** Zero where there is none. */
    BigDecimal moneyIfAny(Element parent, String name) throws BadRequestException {
        Optional<Element> child = child(parent, name);
        return child.isEmpty() ? BigDecimal.ZERO : Values.decimal(text(child.get()), name);
    }

    int whole(Element parent, String name, int least, int greatest) throws BadRequestException {
        return Values.whole(text(parent, name), name, least, greatest);
    }

    LocalDate date(Element parent, String name) throws BadRequestException {
        return Values.date(text(parent, name), name);
    }
}
