// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.forks;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.messkit.results.log.Rules;
import org.messkit.results.series.StudentT;

/**
 * What may be said of one ratio among a family.
 *
 * @param ratio as measured
 * @param word the claim, which holds for the family as a whole
 * @param moreForks of each side that would probably bring a claim, where there is none; empty where {@link #MOST_FORKS} would
 *     not, since the ratio lies too near the margin
 */
public record Judgement(Ratio ratio, Word word, OptionalInt moreForks) {
    /** A smaller difference than this share counts as none. */
    public static final double MARGIN = Rules.MARGIN.value();

    /** Beyond so many forks nobody is sent. */
    public static final int MOST_FORKS = Rules.MOST_FORKS.count();

    private static final double LEVEL = Rules.CLAIM.value();

    /** The words of a claim: of the one against the other. */
    public enum Word {
        /** By 5 % or more. */
        FASTER("faster"),
        /** By 5 % or more. */
        SLOWER("slower"),
        /** The whole interval lies within 5 %. */
        EQUAL("equal within " + Rules.MARGIN.text()),
        /** The forks do not tell. */
        NO_VERDICT("no verdict");

        private final String label;

        Word(String label) {
            this.label = label;
        }

        /** The word in reports. */
        public String label() {
            return label;
        }
    }

    /** Judges a family of ratios together. */
    public static List<Judgement> of(List<Ratio> family) {
        double[] difference =
                Holm.adjusted(family.stream().mapToDouble(Ratio::differenceP).toArray());
        double[] equivalence = Holm.adjusted(
                family.stream().mapToDouble(r -> r.equivalenceP(MARGIN)).toArray());
        List<Judgement> judged = new ArrayList<>();
        for (int i = 0; i < family.size(); i++) {
            Ratio ratio = family.get(i);
            Word word = word(ratio, difference[i], equivalence[i]);
            judged.add(new Judgement(
                    ratio, word, word == Word.NO_VERDICT ? moreForks(ratio, family.size()) : OptionalInt.empty()));
        }
        return judged;
    }

    private static Word word(Ratio ratio, double difference, double equivalence) {
        // Half the level for equality: then the two-sided 95 % interval, which is printed, lies within the margin.
        if (equivalence <= LEVEL / 2) {
            return Word.EQUAL;
        }
        if (difference <= LEVEL && Math.exp(ratio.log()) >= 1 + MARGIN) {
            return Word.FASTER;
        }
        if (difference <= LEVEL && Math.exp(ratio.log()) <= 1 - MARGIN) {
            return Word.SLOWER;
        }
        return Word.NO_VERDICT;
    }

    /** If ratio and variance stay as they are; by the family's hardest level. */
    private static OptionalInt moreForks(Ratio ratio, int family) {
        double low = Math.log1p(-MARGIN);
        double high = Math.log1p(MARGIN);
        boolean different = ratio.log() >= high || ratio.log() <= low;
        double reach = different ? Math.abs(ratio.log()) : Math.min(high - ratio.log(), ratio.log() - low);
        double perFork = ratio.variance() * ratio.forks();
        double freedomPerFork = ratio.degreesOfFreedom() / Math.max(1, ratio.forks() - 1);
        for (int forks = ratio.forks() + 1; forks <= MOST_FORKS; forks++) {
            double t = StudentT.quantile(1 - LEVEL / 2 / family, freedomPerFork * (forks - 1));
            if (t * Math.sqrt(perFork / forks) < reach) {
                return OptionalInt.of(forks - ratio.forks());
            }
        }
        return OptionalInt.empty();
    }
}
