// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.stax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.StringWriter;
import javax.xml.stream.XMLStreamWriter;
import org.junit.jupiter.api.Test;
import org.messkit.services.spi.ElementWriter;
import org.messkit.services.spi.Fragment;
import org.messkit.services.woodstox.Woodstox;

class FragmentTest {
    @Test
    void whatIsKeptIsWrittenWithItsNamespaces() throws Exception {
        Fragment fragment = new Fragment();
        fragment.start("urn:a", "one");
        fragment.attribute(null, "plain", "\"1\" < 2");
        fragment.attribute("http://www.w3.org/XML/1998/namespace", "lang", "en");
        fragment.attribute("urn:b", "other", "x");
        fragment.attribute("urn:c", "other", "y");
        fragment.text("a & b");
        fragment.start(null, "none");
        fragment.end();
        fragment.start("urn:a", "two");
        fragment.end();
        fragment.end();
        assertEquals(
                "<one plain=\"&quot;1&quot; &lt; 2\" xml:lang=\"en\" xmlns:a0=\"urn:b\" a0:other=\"x\" xmlns:a1=\"urn:c\""
                        + " a1:other=\"y\">a &amp; b<none xmlns=\"\"/><two/></one>",
                written(fragment, "urn:a"));
        assertEquals("<one xmlns=\"urn:a\"", written(fragment, "urn:z").substring(0, 18));
    }

    @Test
    void whatIsDroppedIsNotWritten() throws Exception {
        Fragment fragment = new Fragment();
        fragment.start("urn:a", "kept");
        fragment.end();
        int size = fragment.size();
        fragment.start("urn:a", "dropped");
        fragment.attribute("", "with", "value");
        fragment.text("text");
        fragment.end();
        fragment.dropFrom(size);
        fragment.start("urn:a", "after");
        fragment.end();
        assertEquals("<kept/><after/>", written(fragment, "urn:a"));
    }

    private static String written(Fragment fragment, String namespace) throws Exception {
        StringWriter text = new StringWriter();
        XMLStreamWriter out = Woodstox.output().createXMLStreamWriter(text);
        out.writeStartElement("", "answer", namespace);
        out.writeDefaultNamespace(namespace);
        fragment.writeTo(new ElementWriter(out, namespace));
        out.writeEndElement();
        out.flush();
        return text.toString().replaceAll("^<answer [^>]*>|</answer>$", "");
    }
}
