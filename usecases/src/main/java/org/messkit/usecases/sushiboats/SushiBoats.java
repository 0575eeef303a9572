// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.usecases.sushiboats;

import java.util.List;
import org.messkit.usecases.Message;
import org.messkit.usecases.Payload;
import org.messkit.usecases.UseCase;
import org.messkit.usecases.writing.MessageRandom;
import org.messkit.usecases.writing.Outline;

/** Streaming: entries of news pass by, those of interest are named. The share is that of the entries of interest, 0.2 by default; the full answer has them whole. */
public final class SushiBoats implements UseCase {
    private static final double A_FIFTH = 0.2;

    @Override
    public String name() {
        return "sushi-boats";
    }

    @Override
    public String title() {
        return "streaming: name the entries of interest in a stream of news";
    }

    @Override
    public List<String> problems(Payload payload) {
        return List.copyOf(outline(payload).problems(payload));
    }

    @Override
    public Generator generator(Payload payload, long seed) {
        List<String> problems = problems(payload);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
        var fit = outline(payload).fit(payload);
        int ofInterest = (int) Math.round(payload.shareOr(A_FIFTH) * fit.units());
        return new Generator() {
            private long k;

            @Override
            public Message next() {
                var random = MessageRandom.of(seed, k++);
                String interest = Entry.TERMS.get(random.nextInt(Entry.TERMS.size()));
                return new News(random, interest, fit, payload, ofInterest).message();
            }
        };
    }

    private static Outline outline(Payload payload) {
        return new Outline(
                News.frame(payload.answer()),
                Entry.DEPTH,
                Entry.SIZE,
                Entry.LEAST_BYTES,
                Outline.Nesting.by(News.LEVEL),
                News.TAG);
    }
}
