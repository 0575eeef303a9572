// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.usecases.tvdinner;

import java.util.ArrayList;
import java.util.List;
import org.messkit.usecases.Message;
import org.messkit.usecases.Payload;
import org.messkit.usecases.UseCase;
import org.messkit.usecases.writing.MessageRandom;
import org.messkit.usecases.writing.Outline;

/**
 * XML binding: an order in compartments, of which those asked for are added up. The share is the share of the line
 * compartments asked for, one of three by default. The full answer has every line of theirs, priced.
 */
public final class TvDinner implements UseCase {
    private static final double ONE_COMPARTMENT = 1.0 / Compartment.COUNT;
    private static final double ROUNDING = 0.01;

    @Override
    public String name() {
        return "tv-dinner";
    }

    @Override
    public String title() {
        return "XML binding: add up the asked compartments of a purchase order";
    }

    @Override
    public List<String> problems(Payload payload) {
        List<String> problems = new ArrayList<>(outline(payload).problems(payload));
        double share = payload.shareOr(ONE_COMPARTMENT);
        if (Math.abs(share - compartments(payload) * ONE_COMPARTMENT) > ROUNDING) {
            problems.add("share must be 0, 1/3, 2/3 or 1, of three line compartments, got: " + share);
        }
        return List.copyOf(problems);
    }

    @Override
    public Generator generator(Payload payload, long seed) {
        List<String> problems = problems(payload);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
        var fit = outline(payload).fit(payload);
        int asked = compartments(payload);
        return new Generator() {
            private long k;

            @Override
            public Message next() {
                var random = MessageRandom.of(seed, k++);
                return new Order(random, Compartment.some(asked, random), fit, payload.bytes(), payload.answer())
                        .message();
            }
        };
    }

    private static int compartments(Payload payload) {
        return (int) Math.round(payload.shareOr(ONE_COMPARTMENT) * Compartment.COUNT);
    }

    private static Outline outline(Payload payload) {
        var frame = Order.frame(Compartment.longest(compartments(payload)), payload.answer());
        return new Outline(
                frame, Order.DEPTH, Order.LINE, Order.LEAST_LINE_BYTES, Outline.Nesting.by(Order.LEVEL), Order.MARK);
    }
}
