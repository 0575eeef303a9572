// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.contract.written;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.messkit.services.contract.ask.Envelope;
import org.messkit.services.contract.ask.Form;
import org.messkit.usecases.Message;

/**
 * A message as another sender would write it.
 *
 * @param name what is different
 * @param forms the forms in which it can arrive
 * @param before what stands before the root
 * @param text the payload
 * @param charset of both
 * @param blanks whether blanks have been added to its texts, so that an answer may have them too
 * @param answer that is due
 */
public record HandCarried(
        String name, Set<Form> forms, String before, String text, Charset charset, boolean blanks, byte[] answer) {
    private static final Set<Form> ALL = Set.of(Form.values());
    /** Characters beyond the first 65,536: Java keeps each as two. */
    private static final String ASTRAL = "😀𝄞";

    /** What means the same as a generated message, and the same message with other letters. */
    public static List<HandCarried> of(Message message) throws XMLStreamException {
        String text = new String(message.request(), StandardCharsets.UTF_8);
        List<HandCarried> all = new ArrayList<>();
        for (Style style : Style.values()) {
            boolean blanks = style == Style.WHITE_SPACE;
            all.add(new HandCarried(
                    style.words(),
                    ALL,
                    "",
                    rewritten(message, style),
                    StandardCharsets.UTF_8,
                    blanks,
                    message.answer()));
        }
        String declaration = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n<!-- c -->\n";
        all.add(new HandCarried(
                "declaration",
                Set.of(Form.STREAM, Form.TREE),
                declaration,
                text,
                StandardCharsets.UTF_8,
                false,
                message.answer()));
        String unnamed = "\uFEFF<?xml version='1.0'?>";
        all.add(encoded("UTF-8 with byte order mark", unnamed, text, StandardCharsets.UTF_8, message.answer()));
        String named = "\uFEFF<?xml version='1.0' encoding='UTF-16'?>";
        all.add(encoded("UTF-16", named, text, StandardCharsets.UTF_16BE, message.answer()));
        all.add(encoded("UTF-16, little end", unnamed, text, StandardCharsets.UTF_16LE, message.answer()));
        String astral = astral(text, message);
        byte[] answer = astral(new String(message.answer(), StandardCharsets.UTF_8), message)
                .getBytes(StandardCharsets.UTF_8);
        all.add(new HandCarried("astral characters", ALL, "", astral, StandardCharsets.UTF_8, false, answer));
        all.add(encoded("astral characters in UTF-16", named, astral, StandardCharsets.UTF_16BE, answer));
        return all;
    }

    /** One in which all that its schema lets be left out is left out. */
    static HandCarried sparse(String name, String text, String answer) {
        return new HandCarried(
                name, ALL, "", text, StandardCharsets.UTF_8, false, answer.getBytes(StandardCharsets.UTF_8));
    }

    public byte[] prolog() {
        return before.getBytes(charset);
    }

    public byte[] payload() {
        return text.getBytes(charset);
    }

    private static HandCarried encoded(String name, String before, String text, Charset charset, byte[] answer) {
        return new HandCarried(name, Set.of(Form.STREAM), before, text, charset, false, answer);
    }

    private static String rewritten(Message message, Style style) throws XMLStreamException {
        var reader = Envelope.input().createXMLStreamReader(new ByteArrayInputStream(message.request()));
        return new Rewriting(reader, style).whole();
    }

    /** With other letters in free texts, those of a message or of its answer; and with another identifier, since it is another message. */
    private static String astral(String text, Message message) {
        Message.Identifier id = message.id();
        String digits = new String(message.request(), id.requestOffset(), id.digits(), StandardCharsets.US_ASCII);
        String others = digits.replaceFirst("^.", digits.startsWith("9") ? "8" : "9");
        return text.replace(digits, others)
                .replace("飯", ASTRAL)
                .replace("</Note>", ASTRAL + "</Note>")
                .replace("</Description>", ASTRAL + "</Description>");
    }
}
