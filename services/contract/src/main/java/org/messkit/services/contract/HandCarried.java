// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.contract;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;

/**
 * The same message as another sender would write it; the answer must be the same.
 *
 * @param name what is different
 * @param forms the forms in which it can arrive
 * @param prolog what stands before the root
 * @param payload the rewritten payload
 * @param blanks whether blanks have been added to its texts, so that an answer may have them too
 */
record HandCarried(String name, Set<Form> forms, byte[] prolog, byte[] payload, boolean blanks) {
    private static final Set<Form> ALL = Set.of(Form.values());
    private static final byte[] NOTHING = {};

    private HandCarried(String name, Set<Form> forms, byte[] prolog, byte[] payload) {
        this(name, forms, prolog, payload, false);
    }

    /** All of one generated payload. */
    static List<HandCarried> of(byte[] payload) throws XMLStreamException {
        String text = new String(payload, StandardCharsets.UTF_8);
        return List.of(
                new HandCarried("comments and instructions", ALL, NOTHING, rewritten(payload, Style.COMMENTS)),
                new HandCarried("CDATA", ALL, NOTHING, rewritten(payload, Style.CDATA)),
                new HandCarried("other prefixes", ALL, NOTHING, rewritten(payload, Style.PREFIXES)),
                new HandCarried("character references", ALL, NOTHING, rewritten(payload, Style.REFERENCES)),
                new HandCarried("white space", ALL, NOTHING, rewritten(payload, Style.WHITE_SPACE), true),
                declared(
                        "declaration",
                        "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n<!-- c -->\n",
                        payload),
                encoded("UTF-8 with byte order mark", "\uFEFF<?xml version='1.0'?>", text, StandardCharsets.UTF_8),
                encoded("UTF-16", "<?xml version='1.0' encoding='UTF-16'?>", text, StandardCharsets.UTF_16),
                encoded("UTF-16, little end", "\uFEFF<?xml version='1.0'?>", text, StandardCharsets.UTF_16LE));
    }

    private static HandCarried declared(String name, String prolog, byte[] payload) {
        return new HandCarried(name, Set.of(Form.STREAM, Form.TREE), Envelope.ascii(prolog), payload);
    }

    private static HandCarried encoded(String name, String prolog, String payload, Charset charset) {
        return new HandCarried(name, Set.of(Form.STREAM), NOTHING, (prolog + payload).getBytes(charset));
    }

    private static byte[] rewritten(byte[] payload, Style style) throws XMLStreamException {
        var reader = Envelope.input().createXMLStreamReader(new ByteArrayInputStream(payload));
        return new Rewriting(reader, style).whole().getBytes(StandardCharsets.UTF_8);
    }
}
