// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.consumers.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However the network cuts an answer, it reads the same. */
class ResponseReaderTest {
    private static final String CHUNKED = "HTTP/1.1 100 Continue\r\n\r\n"
            + "HTTP/1.1 200 OK\r\nX-Y: z\r\nTRANSFER-ENCODING: Chunked\r\n\r\n"
            + "4;a=b\r\nda\r\n\r\n00B\r\nta in parts\r\n1\r\n!\r\n0\r\nDigest: none\r\nX: y\r\n\r\n";
    private static final String SIZED =
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length:  19\r\n\r\nda\r\nta in one piece";

    @ParameterizedTest
    @ValueSource(strings = {CHUNKED, SIZED})
    void anAnswerCutAnywhereIsReadWhole(String answer) throws IOException {
        byte[] bytes = answer.getBytes(StandardCharsets.US_ASCII);
        String whole = read(new ByteArrayInputStream(bytes), bytes.length);
        assertEquals(answer.equals(CHUNKED) ? "da\r\nta in parts!" : "da\r\nta in one piece", whole);
        for (int cut = 1; cut < bytes.length; cut++) {
            InputStream twoReads = new SequenceInputStream(
                    new ByteArrayInputStream(bytes, 0, cut), new ByteArrayInputStream(bytes, cut, bytes.length - cut));
            assertEquals(whole, read(twoReads, bytes.length), "cut at " + cut);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {CHUNKED, SIZED})
    void anAnswerThatTricklesIsReadWhole(String answer) throws IOException {
        byte[] bytes = answer.getBytes(StandardCharsets.US_ASCII);
        InputStream trickle = new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(1, length));
            }
        };
        assertEquals(read(new ByteArrayInputStream(bytes), bytes.length), read(trickle, bytes.length));
    }

    private static String read(InputStream in, int wireBytes) throws IOException {
        Response response = new Response();
        new ResponseReader(1 << 20).read(in, response);
        assertEquals(wireBytes, response.wireBytes());
        byte[] body = Arrays.copyOfRange(
                response.buffer(), response.bodyOffset(), response.bodyOffset() + response.bodyLength());
        return new String(body, StandardCharsets.US_ASCII);
    }
}
