// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.contract.hostile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.messkit.consumers.http.Binding;

/**
 * A construct of a hostile document, which can be carried into a valid message.
 *
 * @param file its name
 * @param carrier where the construct goes
 * @param expected what is safe
 */
public record Attack(String file, Carrier carrier, Safe expected) {
    /** All that are documents; what is safe is what {@code manifest.csv} says of each. */
    public static final List<Attack> ALL = List.of(
            new Attack("01-billion-laughs.xml", Carrier.PROLOG, Safe.REFUSED),
            new Attack("03-xxe-file.xml", Carrier.PROLOG, Safe.REFUSED),
            new Attack("04-xxe-http.xml", Carrier.PROLOG, Safe.REFUSED),
            new Attack("06-external-dtd.xml", Carrier.PROLOG, Safe.REFUSED),
            new Attack("09-schema-location-ssrf.xml", Carrier.ATTRIBUTES, Safe.EITHER),
            new Attack("10-deep-nesting.xml", Carrier.CHILD, Safe.REFUSED),
            new Attack("12-many-attributes.xml", Carrier.ATTRIBUTES, Safe.REFUSED),
            new Attack("13-hash-collision-attrs.xml", Carrier.ATTRIBUTES, Safe.EITHER),
            new Attack("15-many-namespaces.xml", Carrier.ATTRIBUTES, Safe.EITHER),
            new Attack("16-prefix-variants-namepool.xml", Carrier.CHILD, Safe.EITHER),
            new Attack("18-huge-text.xml", Carrier.TEXT, Safe.EITHER),
            new Attack("20-many-children.xml", Carrier.CHILD, Safe.REFUSED),
            new Attack("21-soap-array.xml", Carrier.CHILD, Safe.EITHER),
            new Attack("22-soapaction-spoof.xml", Carrier.ACTION, Safe.REFUSED),
            new Attack("23-duplicate-header.xml", Carrier.HEADER, Safe.REFUSED),
            new Attack("25-two-operations.xml", Carrier.SECOND, Safe.REFUSED),
            new Attack("26-mustunderstand-flood.xml", Carrier.HEADER, Safe.REFUSED),
            new Attack("27-wsa-replyto.xml", Carrier.HEADER, Safe.EITHER),
            new Attack("29-utf7.xml", Carrier.START, Safe.REFUSED),
            new Attack("30-charset-mismatch.xml", Carrier.DECLARATION, Safe.EITHER),
            new Attack("31-control-char.xml", Carrier.TEXT, Safe.REFUSED),
            new Attack("33-xpath-injection.xml", Carrier.TEXT, Safe.ECHOED),
            new Attack("35-sql-injection.xml", Carrier.TEXT, Safe.ECHOED),
            new Attack("36-whitespace-flood.xml", Carrier.TAIL, Safe.EITHER),
            new Attack("40-xinclude.xml", Carrier.CHILD, Safe.EITHER));

    private static final String VOCABULARY = " xmlns:po=\"urn:kit:po:1\"";
    private static final Pattern IDENTIFIER = Pattern.compile("<(OrderId|StreamId)>[^<]*</");
    private static final Pattern FIRST_TAG = Pattern.compile("<[\\w:]+");

    /** What a service may do. */
    enum Safe {
        REFUSED,
        EITHER,
        /** Answered, and what was sent is text and nothing else. */
        ECHOED
    }

    /** Where in a message a construct stands. */
    enum Carrier {
        /** Before the root, and its entity, if it has one, in an identifier. */
        PROLOG,
        /** In place of everything before the root. */
        START,
        /** In the XML declaration, and a letter that shows who was believed in an identifier. */
        DECLARATION,
        /** On the payload's root. */
        ATTRIBUTES,
        /** As the first child of the payload's root. */
        CHILD,
        /** As the text of an identifier. */
        TEXT,
        /** Behind the payload. */
        SECOND,
        /** Behind the payload, as blanks. */
        TAIL,
        /** In the envelope's header. */
        HEADER,
        /** In the request's head. */
        ACTION
    }

    /** Whether it can be carried on a binding. */
    public boolean fits(Binding binding) {
        return binding.payloadOffset() > 0 || carrier != Carrier.HEADER && carrier != Carrier.ACTION;
    }

    /** The head of a request that carries it. */
    String head(Binding binding, String head) {
        if (carrier != Carrier.ACTION) {
            return head;
        }
        return binding == Binding.SOAP11
                ? head.replace("SOAPAction: \"\"", "SOAPAction: \"ProcessPurchaseOrder\"")
                : head.replace("charset=utf-8", "charset=utf-8; action=\"ProcessPurchaseOrder\"");
    }

    /** The text that an answer must give back if it gives an answer, or an empty one. */
    String echo() {
        return expected == Safe.ECHOED ? text(source(Path.of("none"), 0)) : "";
    }

    /** A request's body. */
    public byte[] body(Binding binding, String payload, Path canaryFile, int canaryPort) {
        String source = source(canaryFile, canaryPort);
        String before = "";
        String carried = payload;
        String behind = "";
        String header = "";
        switch (carrier) {
            case PROLOG -> {
                before = between(source, "", "<soapenv:Envelope");
                Matcher entity =
                        Pattern.compile("&\\w+;").matcher(between(source, "<soapenv:Body>", "</soapenv:Body>"));
                carried = entity.find() ? identified(payload, entity.group()) : payload;
            }
            case START -> before = between(source, "", "<po:");
            case DECLARATION -> {
                before = between(source, "", "<soapenv:Envelope");
                carried = identified(payload, text(source));
            }
            case ATTRIBUTES -> {
                Matcher tag = Pattern.compile("<po:\\w+( [^>]*)>").matcher(source);
                carried = inFirstTag(payload, tag.find() ? tag.group(1) : "");
            }
            case CHILD -> {
                int start = payload.indexOf('>') + 1;
                carried =
                        payload.substring(0, start) + inFirstTag(inBody(source), VOCABULARY) + payload.substring(start);
            }
            case TEXT -> carried = identified(payload, text(source));
            case SECOND -> behind = "<po:ProcessPurchaseOrder" + VOCABULARY + "/>";
            case TAIL -> behind = between(source, "</po:GetPurchaseOrder>", "</soapenv:Body>");
            case HEADER -> header = between(source, "<soapenv:Header>", "</soapenv:Header>");
            case ACTION -> {
                // Not in the body.
            }
        }
        return (before + enveloped(binding, header, carried + behind)).getBytes(StandardCharsets.UTF_8);
    }

    private static String enveloped(Binding binding, String header, String content) {
        String body = new String(binding.body(content.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
        if (header.isEmpty()) {
            return body;
        }
        int start = body.indexOf("<soap:Body>");
        return inFirstTag(body.substring(0, start), VOCABULARY) + "<soap:Header>" + header.replace("soapenv:", "soap:")
                + "</soap:Header>" + body.substring(start);
    }

    private String source(Path canaryFile, int canaryPort) {
        try (InputStream in = Attack.class.getResourceAsStream("attacks/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("@CANARY_FILE@", canaryFile.toString())
                    .replace("@CANARY_PORT@", Integer.toString(canaryPort));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String identified(String payload, String identifier) {
        Matcher at = IDENTIFIER.matcher(payload);
        if (!at.find()) {
            throw new AssertionError("the message has no identifier");
        }
        return payload.substring(0, at.start()) + "<" + at.group(1) + ">" + identifier + "</"
                + payload.substring(at.end());
    }

    private static String inFirstTag(String xml, String attributes) {
        Matcher tag = FIRST_TAG.matcher(xml);
        if (!tag.find()) {
            throw new AssertionError("there is no tag");
        }
        return xml.substring(0, tag.end()) + attributes + xml.substring(tag.end());
    }

    private static String inBody(String source) {
        return between(source, "<soapenv:Body>", "</soapenv:Body>");
    }

    private static String text(String source) {
        return between(source, "<po:OrderId>", "</po:OrderId>");
    }

    private static String between(String text, String from, String to) {
        int start = text.indexOf(from) + from.length();
        int end = text.indexOf(to, start);
        if (start < from.length() || end < 0) {
            throw new AssertionError("there is no " + from + " … " + to);
        }
        return text.substring(start, end);
    }
}
