// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.verdict;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.messkit.results.index.curve.CurvePoint;
import org.messkit.results.index.verdict.Verdict.ConsumerBound;
import org.messkit.results.index.verdict.Verdict.OverDriven;
import org.messkit.results.index.verdict.Verdict.ServerBound;
import org.messkit.results.index.verdict.Verdict.Undecided;
import org.messkit.results.index.verdict.Verdict.UnderDriven;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Outcome;
import org.messkit.results.log.Rules;

/**
 * The verdict on a rate of open load. TPS there is what was asked for: that a rate was kept says only that the service can do as much,
 * and that it was not kept, that something could not.
 */
public final class OpenWhatIf {
    /** A rate or TPS that is greater by no more is the same one. */
    private static final double STEP = 1 + Rules.SAME_TPS.value();

    private final List<Cell> cells;
    private final Optional<CurvePoint> seen;
    private final OptionalDouble keptRate;
    private final Optional<CurvePoint> peak;
    private final Conditions conditions;

    /**
     * Of the cells of one rate.
     *
     * @param cells forks of one service, payload and rate, 1 or more
     * @param seen what those that are measured show, or where none is, all of them; empty where none has a valid transaction
     * @param keptRate highest rate of the same service and payload that every fork kept, arrivals per second; empty where there is none
     * @param peak the level of most TPS in closed load; empty where there is none
     */
    public OpenWhatIf(
            List<Cell> cells,
            Optional<CurvePoint> seen,
            OptionalDouble keptRate,
            Optional<CurvePoint> peak,
            Conditions conditions) {
        this.cells = List.copyOf(cells);
        this.seen = seen;
        this.keptRate = keptRate;
        this.peak = peak;
        this.conditions = conditions;
    }

    /** The verdict. */
    public Finding find() {
        Set<Outcome> outcomes = WithoutFigure.outcomes(cells);
        if (outcomes.contains(Outcome.MEASURED)) {
            return outcomes.equals(Set.of(Outcome.MEASURED))
                    ? kept()
                    : undecided(
                            "some forks kept the rate, others did not", "see why, then a lower rate, or more forks");
        }
        if (outcomes.equals(Set.of(Outcome.OVERLOADED))) {
            return overloaded();
        }
        return outcomes.equals(Set.of(Outcome.CONSUMER_LIMITED)) && seen.isPresent()
                ? consumer(seen.get())
                : WithoutFigure.undecided(cells);
    }

    private Finding kept() {
        if (keptRate.isPresent() && keptRate.getAsDouble() > STEP * rate()) {
            return underDriven(
                    "the rate was kept, and a higher one, too",
                    "the highest rate kept: " + perSecond(keptRate.getAsDouble()));
        }
        if (beyond(peak, rate())) {
            return underDriven("the rate was kept, and closed load shows more TPS", inClosedLoad(peak.get()));
        }
        if (seen.isPresent() && Limiter.isIdle(seen.get(), conditions)) {
            return underDriven(
                    "the rate was kept, server CPU up to " + Rules.NETWORK_SERVER.text()
                            + ", and neither locks, pools, collector nor disk wait",
                    "");
        }
        return undecided(
                "the rate was kept; nothing shows whether a higher one would be",
                "a higher rate, or closed load, shows how much more there is");
    }

    private Finding underDriven(String rule, String evidence) {
        return new Finding(
                new UnderDriven(),
                rule,
                numbers(evidence),
                "right for response times below the peak; for the peak a higher rate, or closed load");
    }

    /** More came than was served: the service was at its top, if nothing else was at its own. */
    private Finding overloaded() {
        if (keptRate.isPresent() && keptRate.getAsDouble() > STEP * rate()) {
            return undecided(
                    "the rate was not kept, yet a higher one was: the service stalled, or other work came between",
                    "look for stalls in the response times, and measure again",
                    "the highest rate kept: " + perSecond(keptRate.getAsDouble()));
        }
        Optional<Finding> limit = seen.flatMap(this::limit);
        if (limit.isPresent()) {
            return limit.get();
        }
        if (beyond(peak, rate())) {
            return undecided(
                    "the rate was not kept, yet closed load shows more TPS: the connections may be too few, or the service"
                            + " stalls",
                    "more connections; look for stalls in the response times",
                    inClosedLoad(peak.get()));
        }
        return peak.isPresent() && rate() > STEP * peak.get().tps()
                ? overDriven(", above the most TPS of closed load", inClosedLoad(peak.get()))
                : undecided(
                        "the rate was not kept, but nothing that was recorded is at its limit: the service waits, or the"
                                + " connections are too few",
                        "more connections at the same rate; closed load for the peak");
    }

    /** What was at its limit; not a network by elimination alone, for connections that are too few look like one. */
    private Optional<Finding> limit(CurvePoint point) {
        Finding limit = Limiter.of(point, conditions);
        if (limit.verdict() instanceof ServerBound) {
            return Optional.of(overDriven(", " + limit.verdict().label(), ""));
        }
        boolean full = limit.verdict() instanceof ConsumerBound
                || Shares.atLeast(Shares.of(point, conditions).link(), Rules.LINK_FULL);
        return full
                ? Optional.of(new Finding(
                        limit.verdict(), "the rate was not kept: " + limit.rule(), numbers(""), limit.next()))
                : Optional.empty();
    }

    private Finding overDriven(String why, String evidence) {
        return new Finding(
                new OverDriven(),
                "more arrivals came than were served: the rate is too high" + why,
                numbers(evidence),
                "run again with half the rate; closed load for the peak");
    }

    private Finding consumer(CurvePoint point) {
        boolean late = cells.stream()
                .flatMap(cell -> cell.figures().stream())
                .flatMap(figures -> figures.arrivals().stream())
                .anyMatch(arrivals -> arrivals.late() > Rules.LATE.value() * arrivals.due());
        Finding limit = late
                ? new Finding(
                        new ConsumerBound(),
                        "the TestNode began transactions late by its own fault",
                        "",
                        "add TestNodes, or give this one more cores; measure while nothing else runs")
                : WhatIf.limited(point, "", conditions);
        return new Finding(limit.verdict(), limit.rule(), numbers(""), limit.next());
    }

    private Finding undecided(String rule, String next) {
        return undecided(rule, next, "");
    }

    private Finding undecided(String rule, String next, String evidence) {
        return new Finding(new Undecided(), rule, numbers(evidence), next);
    }

    private static boolean beyond(Optional<CurvePoint> peak, double rate) {
        return peak.isPresent() && peak.get().tps() > STEP * rate;
    }

    private static String inClosedLoad(CurvePoint peak) {
        return "in closed load " + WhatIf.figure(peak.tps()) + " TPS at CR " + peak.concurrency();
    }

    /** Not a number where it was not recorded, so that no comparison with it holds. */
    private double rate() {
        return cells.get(0).load().rate().orElse(Double.NaN);
    }

    private String numbers(String evidence) {
        String shares = seen.map(point -> Shares.of(point, conditions).text()).orElse("");
        String reason =
                WithoutFigure.outcomes(cells).equals(Set.of(Outcome.MEASURED)) ? "" : WithoutFigure.numbers(cells);
        return perSecond(rate())
                + seen.map(point -> ": " + WhatIf.figure(point.tps()) + " TPS").orElse("")
                + (shares.isEmpty() ? "" : ", " + shares)
                + (evidence.isEmpty() ? "" : "; " + evidence)
                + (reason.isEmpty() ? "" : "; " + reason);
    }

    private static String perSecond(double rate) {
        return Double.isNaN(rate) ? "rate not recorded" : String.format(Locale.ROOT, "%.1f/s", rate);
    }
}
