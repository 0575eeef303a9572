// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.compare;

import java.util.Optional;
import org.messkit.results.index.curve.CurvePoint;
import org.messkit.results.index.forks.Judgement;
import org.messkit.results.index.forks.LogMean;
import org.messkit.results.index.forks.Ratio;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Rules;

/**
 * The same cell on two sides.
 *
 * @param one what is judged
 * @param other what it is judged against
 * @param payload the payload of both
 * @param concurrency the level of both
 * @param judgement what may be said; empty where a side has a single fork
 */
public record Pair(Side one, Side other, Cell.Payload payload, int concurrency, Optional<Judgement> judgement) {
    /**
     * One side of a pair.
     *
     * @param name service, or run and service
     * @param tps mean over the forks; geometric where there is more than one, as the ratio is
     * @param forks measured ones
     * @param mean of ln TPS; empty for a single fork
     */
    public record Side(String name, double tps, int forks, Optional<LogMean> mean) {
        static Side of(String name, CurvePoint point, Optional<LogMean> mean) {
            return new Side(name, mean.map(m -> Math.exp(m.mean())).orElse(point.tps()), point.forks(), mean);
        }
    }

    /** One's TPS over the other's. */
    public double ratio() {
        return one.tps() / other.tps();
    }

    /** The claim in words. */
    public String words() {
        if (judgement.isEmpty()) {
            int more = Rules.USEFUL_FORKS.count() - Math.min(one.forks(), other.forks());
            return noVerdict(Integer.toString(more));
        }
        Judgement j = judgement.get();
        return j.word() != Judgement.Word.NO_VERDICT
                ? j.word().label()
                : noVerdict(
                        j.moreForks().isPresent()
                                ? Integer.toString(j.moreForks().getAsInt())
                                : "more than " + Judgement.MOST_FORKS);
    }

    private static String noVerdict(String forks) {
        return Judgement.Word.NO_VERDICT.label() + ", needs " + forks + " more fork" + (forks.equals("1") ? "" : "s");
    }

    /** The ratio, where both sides have more than one fork. */
    Optional<Ratio> logRatio() {
        return one.mean().flatMap(a -> other.mean().map(b -> Ratio.of(a, b)));
    }

    Pair with(Judgement judged) {
        return new Pair(one, other, payload, concurrency, Optional.of(judged));
    }
}
