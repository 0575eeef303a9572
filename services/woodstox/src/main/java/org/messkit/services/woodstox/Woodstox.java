// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.woodstox;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import com.ctc.wstx.stax.WstxOutputFactory;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import org.codehaus.stax2.XMLInputFactory2;
import org.messkit.services.spi.XmlLimits;

/** Makes Woodstox's factories, by class and hardened. The factories are thread-safe. */
public final class Woodstox {
    private Woodstox() {}

    /** A new factory of readers: no DTD, no external access, nothing lazy, within limits. */
    public static XMLInputFactory input(XmlLimits limits) {
        WstxInputFactory factory = new WstxInputFactory();
        // An entity may name a file or a host, or stand for a billion others; a message needs none.
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // A lazy parser throws unchecked exceptions, outside the handler's reach.
        factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        // Woodstox's own bounds are wider, or none.
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, limits.depth());
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, limits.attributes());
        factory.setProperty(WstxInputProperties.P_MAX_CHILDREN_PER_ELEMENT, limits.children());
        factory.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, limits.textChars());
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_COUNT, limits.elements());
        return factory;
    }

    /** A new factory of writers, which declare no namespace by themselves. */
    public static XMLOutputFactory output() {
        WstxOutputFactory factory = new WstxOutputFactory();
        // As by default, but said: one that repairs looks at each name, and answers declare theirs.
        factory.setProperty(XMLOutputFactory.IS_REPAIRING_NAMESPACES, false);
        return factory;
    }
}
