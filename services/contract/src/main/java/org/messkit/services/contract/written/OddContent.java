// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.contract.written;

import java.nio.charset.StandardCharsets;
import org.messkit.usecases.Message;

/** Content that is easily lost on the way from a request into an answer: what a writer must escape, and blanks between words. */
public final class OddContent {
    private static final String TEXT = " &#13;&#10;&#9;]]&gt; &lt;&amp;&quot;' \uD834\uDD1E &#133;&#8232; ";
    private static final String INLINE =
            "<P> <Em>one</Em> <Em>two</Em>&#9;<Link href=\"urn:a?b='c'&amp;d=&lt;&quot;e&quot;>\">" + TEXT
                    + "</Link> </P>";

    private OddContent() {}

    /** A message with a full answer, with odd content in the place of some that comes back. */
    public static Message in(Message message) {
        return new Message(
                odd(message.request(), message.answer()),
                odd(message.answer(), message.answer()),
                Message.Identifier.NONE,
                message.elements(),
                message.depth());
    }

    private static byte[] odd(byte[] document, byte[] answer) {
        String text = text(document);
        for (String name : new String[] {"Description", "Summary", "P"}) {
            String content = first(name, text(answer));
            if (!content.isEmpty()) {
                text = text.replace(content, name.equals("P") ? INLINE : "<" + name + ">" + TEXT + "</" + name + ">");
            }
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The first element of that name, empty if there is none. */
    private static String first(String name, String answer) {
        int start = answer.indexOf("<" + name + ">");
        String end = "</" + name + ">";
        return start < 0 ? "" : answer.substring(start, answer.indexOf(end, start) + end.length());
    }

    private static String text(byte[] document) {
        return new String(document, StandardCharsets.UTF_8);
    }
}
