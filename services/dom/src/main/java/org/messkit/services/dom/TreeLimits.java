// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.dom;

import org.messkit.services.spi.BadRequestException;
import org.messkit.services.spi.XmlLimits;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/** Holds a tree that has grown against the limits. Used once. */
final class TreeLimits {
    private final XmlLimits limits;
    private long elements;

    TreeLimits(XmlLimits limits) {
        this.limits = limits;
    }

    void check(Element root) throws BadRequestException {
        check(root, 1);
    }

    /** The bound on depth, looked at first, bounds the recursion. */
    private void check(Element element, int depth) throws BadRequestException {
        refuseBeyond(limits.depth(), depth);
        refuseBeyond(limits.elements(), ++elements);
        refuseBeyond(limits.attributes(), element.getAttributes().getLength());
        int children = 0;
        int textChars = 0;
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                refuseBeyond(limits.children(), ++children);
                check(child, depth + 1);
                textChars = 0;
            } else if (node instanceof Text text) {
                textChars += text.getLength();
                refuseBeyond(limits.textChars(), textChars);
            }
        }
    }

    private static void refuseBeyond(long limit, long value) throws BadRequestException {
        if (value > limit) {
            throw new BadRequestException("beyond a limit");
        }
    }
}
