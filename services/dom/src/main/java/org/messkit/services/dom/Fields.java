// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.dom;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.messkit.services.spi.BadRequestException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Reads values of child elements.
 *
 * @param namespace of the children
 */
record Fields(String namespace) {
    private static final int LONGEST_NUMBER = 24;

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
        return number(text(parent, name), name);
    }

    /** Zero where there is none. */
    BigDecimal moneyIfAny(Element parent, String name) throws BadRequestException {
        Optional<Element> child = child(parent, name);
        return child.isEmpty() ? BigDecimal.ZERO : number(text(child.get()), name);
    }

    int whole(Element parent, String name, int least, int greatest) throws BadRequestException {
        String text = text(parent, name);
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= greatest) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, with the bound.
        }
        throw new BadRequestException(name + " must be a whole number of " + least + " to " + greatest);
    }

    LocalDate date(Element parent, String name) throws BadRequestException {
        try {
            return LocalDate.parse(text(parent, name));
        } catch (DateTimeParseException e) {
            throw new BadRequestException(name + " must be a date", e);
        }
    }

    private static BigDecimal number(String text, String name) throws BadRequestException {
        // An exponent makes a short text a number of a billion digits, so letters and length come before parsing.
        try {
            if (text.length() <= LONGEST_NUMBER && isPlain(text)) {
                BigDecimal number = new BigDecimal(text);
                if (number.scale() <= 2 || number.stripTrailingZeros().scale() <= 2) {
                    return number;
                }
            }
        } catch (NumberFormatException e) {
            // Said below, with the bound.
        }
        throw new BadRequestException(name + " must be a number with at most two decimals");
    }

    /** A loop: a stream for each number was a quarter of what Buffet allocated. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && c != '.' && c != '-' && c != '+') {
                return false;
            }
        }
        return true;
    }
}
