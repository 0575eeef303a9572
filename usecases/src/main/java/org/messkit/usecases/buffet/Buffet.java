// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.usecases.buffet;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.messkit.usecases.AnswerSize;
import org.messkit.usecases.Message;
import org.messkit.usecases.Payload;
import org.messkit.usecases.UseCase;
import org.messkit.usecases.writing.Fit;
import org.messkit.usecases.writing.MessageRandom;
import org.messkit.usecases.writing.Outline;

/**
 * Tree: an order is validated by rules that need every element. A tenth of the orders breaks one to three rules by default.
 * Depth nests lines in lines; 3 is an order whose lines stand side by side.
 */
public final class Buffet implements UseCase {
    private static final double A_TENTH = 0.1;
    private static final int PHASES = 1_000;
    private static final int SMALL_BYTES = 5_000;

    @Override
    public String name() {
        return "buffet";
    }

    @Override
    public String title() {
        return "tree: read every element of an order and validate it";
    }

    @Override
    public List<String> problems(Payload payload) {
        List<String> problems = new ArrayList<>(outline(payload).problems(payload));
        if (payload.answer() == AnswerSize.FULL) {
            problems.add("answer must be summary: the violated rules are all there is, got: full");
        }
        return List.copyOf(problems);
    }

    @Override
    public Generator generator(Payload payload, long seed) {
        List<String> problems = problems(payload);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
        Fit fit = outline(payload).fit(payload);
        double invalid = payload.invalidOr(A_TENTH);
        int phase = MessageRandom.of(seed, -1).nextInt(PHASES);
        return new Generator() {
            private long k;

            @Override
            public Message next() {
                SplittableRandom random = MessageRandom.of(seed, k);
                // Evenly spaced, so that every pool has its share.
                boolean bad = Math.floor((phase + k + 1) * invalid) > Math.floor((phase + k) * invalid);
                k++;
                Set<Rule> broken = bad ? Rule.some(random, fit.units()) : Set.of();
                return new Order(random, broken, fit, payload.bytes()).message(payload.depth() != 0);
            }
        };
    }

    private static Outline outline(Payload payload) {
        // The width of the sums follows the size, but not where that would move the least size itself.
        long mostLines = Math.max(SMALL_BYTES, payload.bytes()) / Lines.LEAST_BYTES + 1;
        return new Outline(
                Order.frame(mostLines * Lines.GREATEST_AMOUNT),
                Order.DEPTH,
                Lines.SIZE,
                Lines.LEAST_BYTES,
                Outline.Nesting.OF_UNITS,
                Order.MARK);
    }
}
