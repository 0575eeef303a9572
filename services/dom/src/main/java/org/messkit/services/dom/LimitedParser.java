// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.dom;

import org.apache.xerces.parsers.DOMParser;
import org.apache.xerces.parsers.XML11Configuration;
import org.apache.xerces.xni.Augmentations;
import org.apache.xerces.xni.QName;
import org.apache.xerces.xni.XMLAttributes;
import org.apache.xerces.xni.XMLString;
import org.apache.xerces.xni.XNIException;
import org.messkit.services.spi.MessageEncoding;
import org.messkit.services.spi.XmlLimits;
import org.xml.sax.SAXException;

/**
 * Xerces, by class and hardened. It has no limits of its own, so they are kept while the tree grows and not when it has
 * grown. Not thread-safe.
 */
final class LimitedParser extends DOMParser {
    private static final String FEATURES = "http://apache.org/xml/features/";

    private final XmlLimits limits;
    private final int[] children;
    private int depth;
    private long elements;
    private int textChars;

    LimitedParser(XmlLimits limits, Nodes nodes) {
        super(new XML11Configuration());
        this.limits = limits;
        this.children = new int[limits.depth() + 1];
        try {
            setFeature("http://xml.org/sax/features/namespaces", true);
            setFeature("http://xml.org/sax/features/external-general-entities", false);
            setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            setFeature(FEATURES + "disallow-doctype-decl", true);
            setFeature(FEATURES + "nonvalidating/load-external-dtd", false);
            setFeature(FEATURES + "dom/defer-node-expansion", nodes == Nodes.DEFERRED);
            setFeature(FEATURES + "include-comments", false);
            setFeature(FEATURES + "create-cdata-nodes", false);
        } catch (SAXException e) {
            throw new IllegalStateException("this is not Xerces 2.12", e);
        }
        setErrorHandler(new Refusing());
    }

    @Override
    public void reset() {
        super.reset();
        depth = 0;
        elements = 0;
        textChars = 0;
        children[0] = 0;
    }

    @Override
    public void xmlDecl(String version, String encoding, String standalone, Augmentations augmentations) {
        if (!MessageEncoding.isServed(encoding)) {
            throw new XNIException("an encoding that is not served");
        }
        super.xmlDecl(version, encoding, standalone, augmentations);
    }

    @Override
    public void startElement(QName element, XMLAttributes attributes, Augmentations augmentations) {
        refuseBeyond(limits.elements(), ++elements);
        refuseBeyond(limits.children(), ++children[depth]);
        refuseBeyond(limits.depth(), ++depth);
        refuseBeyond(limits.attributes(), attributes.getLength());
        children[depth] = 0;
        textChars = 0;
        super.startElement(element, attributes, augmentations);
    }

    @Override
    public void endElement(QName element, Augmentations augmentations) {
        depth--;
        textChars = 0;
        super.endElement(element, augmentations);
    }

    @Override
    public void characters(XMLString text, Augmentations augmentations) {
        textChars += text.length;
        refuseBeyond(limits.textChars(), textChars);
        super.characters(text, augmentations);
    }

    private static void refuseBeyond(long limit, long value) {
        if (value > limit) {
            throw new XNIException("beyond a limit");
        }
    }
}
