// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.scenario.element;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.messkit.testnodes.controller.scenario.xml.Values;
import org.messkit.usecases.AnswerSize;
import org.messkit.usecases.Payload;
import org.messkit.usecases.UseCases;

/** {@code <payload>}: one point on the payload axes. */
public final class PayloadElement implements Element<Payload> {
    /** The element. */
    public static final Element<Payload> ELEMENT = new PayloadElement();

    private static final int LARGEST = 25_000_000;

    private PayloadElement() {}

    @Override
    public String name() {
        return "payload";
    }

    @Override
    public Set<String> attributes() {
        return Set.of("bytes", "elements", "depth", "share", "invalid", "answer");
    }

    /** Without a size that can be read it has none, which no use case makes. */
    @Override
    public Payload read(Values values) {
        return given(values).orElse(Payload.ofBytes(0));
    }

    /** Reads one; empty where its size cannot be read. */
    public static Optional<Payload> given(Values values) {
        int bytes = values.bytes("bytes");
        Payload payload = new Payload(
                Math.max(0, bytes),
                values.whole("elements", 1, 0),
                values.whole("depth", 1, 0),
                values.share("share", -1),
                values.share("invalid", -1),
                AnswerSize.labelled(values.oneOf(
                        "answer",
                        Set.of(AnswerSize.SUMMARY.label(), AnswerSize.FULL.label()),
                        AnswerSize.SUMMARY.label())));
        return bytes < 0 ? Optional.empty() : Optional.of(payload);
    }

    /** Tells what is wrong with a payload for use cases, and beside the payloads before it. */
    public static void check(Payload payload, List<String> useCases, List<Payload> before, Values values) {
        useCases.forEach(useCase -> problems(useCase, payload).forEach(values::problem));
        if (payload.bytes() > LARGEST) {
            values.problem(
                    "bytes must be at most " + LARGEST + ", which services take by default, got: " + payload.bytes());
        }
        if (before.contains(payload)) {
            values.problem(
                    "a payload of the same bytes, elements, depth, share, invalid and answer stands twice: results could"
                            + " not tell them apart");
        }
    }

    private static List<String> problems(String useCase, Payload payload) {
        try {
            return UseCases.named(useCase).problems(payload).stream()
                    .map(problem -> useCase + ": " + problem)
                    .toList();
        } catch (IllegalArgumentException e) {
            // A room may name a use case that this kit has no generator for.
            return List.of(e.getMessage());
        }
    }

    @Override
    public Map<String, String> write(Payload payload) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("bytes", Integer.toString(payload.bytes()));
        if (payload.elements() > 0) {
            attributes.put("elements", Integer.toString(payload.elements()));
        }
        if (payload.depth() > 0) {
            attributes.put("depth", Integer.toString(payload.depth()));
        }
        if (payload.share() >= 0) {
            attributes.put("share", Double.toString(payload.share()));
        }
        if (payload.invalid() >= 0) {
            attributes.put("invalid", Double.toString(payload.invalid()));
        }
        if (payload.answer() != AnswerSize.SUMMARY) {
            attributes.put("answer", payload.answer().label());
        }
        return attributes;
    }
}
