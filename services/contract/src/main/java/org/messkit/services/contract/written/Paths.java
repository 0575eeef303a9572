// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.contract.written;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.namespace.NamespaceContext;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Looks into a document by the JDK's XPath. Prefixes: {@code o} is OAGIS, {@code a} Atom, {@code g} GeoRSS, {@code cac} and
 * {@code cbc} are UBL.
 *
 * @param context from which relative paths start
 */
record Paths(Node context) {
    private static final Map<String, String> NAMESPACES = Map.of(
            "o", "http://www.openapplications.org/oagis/10",
            "a", "http://www.w3.org/2005/Atom",
            "g", "http://www.georss.org/georss",
            "cac", "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2",
            "cbc", "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2");

    /** Every node that a path leads to, as the start of further ones. */
    List<Paths> all(String path) {
        try {
            NodeList nodes = (NodeList) path().evaluate(path, context, XPathConstants.NODESET);
            List<Paths> all = new ArrayList<>();
            for (int i = 0; i < nodes.getLength(); i++) {
                all.add(new Paths(nodes.item(i)));
            }
            return all;
        } catch (XPathExpressionException e) {
            throw new IllegalArgumentException(path, e);
        }
    }

    /** A path's value as text. */
    String text(String path) {
        try {
            return path().evaluate(path, context);
        } catch (XPathExpressionException e) {
            throw new IllegalArgumentException(path, e);
        }
    }

    /** A path's value as an exact number, zero where it leads nowhere. */
    BigDecimal number(String path) {
        String text = text(path).strip();
        return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
    }

    private static XPath path() {
        XPath path = XPathFactory.newDefaultInstance().newXPath();
        path.setNamespaceContext(new NamespaceContext() {
            @Override
            public String getNamespaceURI(String prefix) {
                return NAMESPACES.getOrDefault(prefix, XMLConstants.NULL_NS_URI);
            }

            @Override
            public String getPrefix(String uri) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Iterator<String> getPrefixes(String uri) {
                throw new UnsupportedOperationException();
            }
        });
        return path;
    }
}
