// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.usecases.nothing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.messkit.usecases.Message;
import org.messkit.usecases.Payload;
import org.messkit.usecases.UseCase;

/** Nothing is asked of the service but to read the bytes and to answer 300 fixed ones. */
public final class Nothing implements UseCase {
    /** The technology that takes the time that it is told to. */
    private static final String SYNTHETIC = "synthetic";

    private static final String START = "<nothing xmlns=\"urn:messkit:null:1\">";
    private static final String END = "</nothing>";
    private static final int ANSWER_BYTES = 300;
    private static final byte[] ANSWER = filled(START, END, ANSWER_BYTES);

    @Override
    public String name() {
        return "null";
    }

    @Override
    public String title() {
        return "the rig's ceiling: bytes are read, a fixed body is answered";
    }

    @Override
    public boolean isCeiling(String technology) {
        return !technology.equals(SYNTHETIC);
    }

    @Override
    public boolean hasExactAnswers() {
        return true;
    }

    @Override
    public List<String> problems(Payload payload) {
        int least = START.length() + END.length();
        return payload.bytes() >= least
                ? List.of()
                : List.of("bytes must be at least " + least + ", got: " + payload.bytes());
    }

    @Override
    public Generator generator(Payload payload, long seed) {
        List<String> problems = problems(payload);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
        return () -> new Message(filled(START, END, payload.bytes()), ANSWER.clone(), Message.Identifier.NONE, 1, 1);
    }

    private static byte[] filled(String start, String end, int bytes) {
        byte[] all = new byte[bytes];
        Arrays.fill(all, (byte) '.');
        byte[] head = start.getBytes(StandardCharsets.US_ASCII);
        byte[] tail = end.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(tail, 0, all, bytes - tail.length, tail.length);
        return all;
    }
}
