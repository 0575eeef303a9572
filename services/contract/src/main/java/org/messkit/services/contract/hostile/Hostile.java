// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.contract.hostile;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.messkit.services.contract.ask.Envelope;

/**
 * A message that must be refused.
 *
 * @param name what is wrong with it
 * @param prolog what stands before the root; where it is not empty the form with an envelope reader is the binding's affair
 * @param payload the payload
 */
public record Hostile(String name, byte[] prolog, byte[] payload) {
    private static final byte[] NOTHING = {};

    /** Attacks and broken documents, made of one generated payload. */
    public static List<Hostile> of(String payload, URI canary) {
        List<Hostile> all = new ArrayList<>();
        doctypes(all, payload, canary);
        floods(all, payload);
        broken(all, payload);
        return all;
    }

    static Hostile of(String name, String payload) {
        return new Hostile(name, NOTHING, payload.getBytes(StandardCharsets.UTF_8));
    }

    private static void doctypes(List<Hostile> all, String payload, URI canary) {
        String root = payload.substring(1, payload.indexOf(' '));
        StringBuilder laughs = new StringBuilder("<!ENTITY l0 \"ha\">");
        for (int i = 1; i < 10; i++) {
            laughs.append("<!ENTITY l")
                    .append(i)
                    .append(" \"")
                    .append(("&l" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        String external = "<!ENTITY x SYSTEM \"" + canary + "\">";
        all.add(doctype("DOCTYPE", root, "", payload));
        all.add(doctype("billion laughs", root, "[" + laughs + "]", first(payload, "&l9;")));
        all.add(doctype("external entity", root, "[" + external + "]", first(payload, "&x;")));
        all.add(doctype("external subset", root, "SYSTEM \"" + canary + "\"", payload));
        all.add(doctype("parameter entity", root, "[<!ENTITY % p SYSTEM \"" + canary + "\"> %p;]", payload));
        all.add(doctype("default attribute", root, "[<!ATTLIST " + root + " a CDATA \"b\">]", payload));
    }

    private static Hostile doctype(String name, String root, String rest, String payload) {
        String prolog = "<!DOCTYPE " + root + " " + rest + ">";
        return new Hostile(name, Envelope.ascii(prolog), payload.getBytes(StandardCharsets.UTF_8));
    }

    private static void floods(List<Hostile> all, String payload) {
        all.add(of("too deep", first(payload, "<x>".repeat(101) + "</x>".repeat(101))));
        all.add(of("far too deep", first(payload, "<x>".repeat(100_000) + "</x>".repeat(100_000))));
        all.add(of("far too deep, not closed", "<x>".repeat(200_000)));
        all.add(of("too many children", first(payload, "<x/>".repeat(50_001))));
        StringBuilder attributes = new StringBuilder();
        for (int i = 0; i < 501; i++) {
            attributes.append(" a").append(i).append("=''");
        }
        all.add(of("too many attributes", first(payload, "<x" + attributes + "/>")));
    }

    private static void broken(List<Hostile> all, String payload) {
        String root = payload.substring(1, payload.indexOf(' '));
        all.add(of("nothing", ""));
        all.add(of("no XML", "hello"));
        all.add(of("truncated", payload.substring(0, payload.length() / 2)));
        all.add(of("last character missing", payload.substring(0, payload.length() - 1)));
        all.add(of("other end tag", payload.substring(0, payload.length() - 2) + "x>"));
        all.add(new Hostile("two roots", Envelope.ascii("<first/>"), payload.getBytes(StandardCharsets.UTF_8)));
        all.add(of("undeclared entity", first(payload, "&nope;")));
        all.add(of("undeclared prefix", first(payload, "<nope:x/>")));
        all.add(of("attribute twice", first(payload, "<x a='1' a='2'/>")));
        all.add(of("control character", first(payload, "\u0001")));
        all.add(of("control character by number", first(payload, "&#1;")));
        all.add(of("bare ampersand", first(payload, " & ")));
        byte[] bytes = first(payload, "??").getBytes(StandardCharsets.UTF_8);
        bytes[payload.indexOf('>') + 1] = (byte) 0xC3;
        bytes[payload.indexOf('>') + 2] = (byte) 0x28;
        all.add(new Hostile("bad UTF-8", NOTHING, bytes));
        all.add(of("other root", "<nope xmlns=\"urn:messkit:nope:1\"/>"));
        all.add(of("root in no namespace", "<" + root + "/>"));
        all.add(of("root in another namespace", payload.replaceFirst("urn:messkit:", "urn:other:")));
        all.add(of("empty root", payload.substring(0, payload.indexOf('>')) + "/>"));
    }

    private static String first(String payload, String inserted) {
        int at = payload.indexOf('>') + 1;
        return payload.substring(0, at) + inserted + payload.substring(at);
    }
}
