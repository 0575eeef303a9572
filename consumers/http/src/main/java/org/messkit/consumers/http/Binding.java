// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.consumers.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** How a payload is carried: what stands around it in the body, and the fields of the head that go with it. */
public enum Binding {
    /** Plain XML over HTTP. */
    POX("pox", "", "", "text/xml; charset=utf-8", ""),
    /** XQuery behind its own servlet; on the wire as plain XML. */
    RESTXQ("restxq", "", "", "text/xml; charset=utf-8", ""),
    /** SOAP 1.1, document/literal. */
    SOAP11(
            "soap11",
            "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body>",
            "</soap:Body></soap:Envelope>",
            "text/xml; charset=utf-8",
            "SOAPAction: \"\"\r\n"),
    /** SOAP 1.2, document/literal. */
    SOAP12(
            "soap12",
            "<soap:Envelope xmlns:soap=\"http://www.w3.org/2003/05/soap-envelope\"><soap:Body>",
            "</soap:Body></soap:Envelope>",
            "application/soap+xml; charset=utf-8",
            "");

    private final String label;
    private final byte[] before;
    private final byte[] after;
    private final String contentType;
    private final String fields;

    Binding(String label, String before, String after, String contentType, String fields) {
        this.label = label;
        this.before = before.getBytes(StandardCharsets.US_ASCII);
        this.after = after.getBytes(StandardCharsets.US_ASCII);
        this.contentType = contentType;
        this.fields = fields;
    }

    /** The name in service names. */
    public String label() {
        return label;
    }

    /** Bytes in front of the payload in a body. */
    public int payloadOffset() {
        return before.length;
    }

    /** The body around a payload. */
    public byte[] body(byte[] payload) {
        ByteArrayOutputStream body = new ByteArrayOutputStream(before.length + payload.length + after.length);
        body.writeBytes(before);
        body.writeBytes(payload);
        body.writeBytes(after);
        return body.toByteArray();
    }

    /** The head of a request with a body of that many bytes. */
    public byte[] head(Target target, int bodyBytes) {
        return ("POST " + target.path() + " HTTP/1.1\r\nHost: " + target.authority() + "\r\nContent-Type: "
                        + contentType + "\r\n" + fields + "Content-Length: " + bodyBytes + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * The binding of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Binding named(String label) {
        return Arrays.stream(values())
                .filter(binding -> binding.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no binding '" + label + "'"));
    }
}
