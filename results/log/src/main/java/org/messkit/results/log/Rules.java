// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.log;

import java.util.Locale;

/**
 * Every threshold of the judgement, once, with its reason: whether a cell is valid, what a curve shows, what limits a service, what may be
 * claimed. Parameters of a statistical method stand with the method; what a machine should have stands with the doctor.
 */
public enum Rules {
    CYCLE(
            0.02,
            Form.SHARE,
            "cycle law: TPS × (time in the exchange + outside) is CR, within",
            "clocks and the cut of the window err by less; what is lost is more"),
    AT_WORK(
            0.05,
            Form.SHARE,
            "users at work: TPS × (mean time in the exchange + outside) is CR, within this and the half width of the window's own interval",
            "what is under way when the window ends belongs to it"),
    TRANSACTIONS_PER_USER(
            2,
            Form.NUMBER,
            "transactions of a user below which a window of closed load has no TPS",
            "from there on the interval covers the truth, by simulation"),
    STOOD_STILL(
            0.01, Form.SHARE, "of the window that a process may have stood still", "what is more shows in the figures"),
    NODE_BUSY(
            0.70,
            Form.SHARE,
            "TestNode CPU above, and it is the limit",
            "a choice of ours: a busier one waits for its own cores, and tells of itself"),
    NODE_CORES(
            0.95,
            Form.SHARE,
            "TestNode cores busy above, whoever uses them, and it is the limit",
            "what others use is not there for it either"),
    ANCHOR(
            0.10,
            Form.SHARE,
            "difference of a first cell and its repetition above which a service has no max-TPS",
            "what its process changed by is more than what services are told apart by"),
    DRIFT(
            0.05,
            Form.SHARE,
            "change of the mean time within a window beyond which, surely, a cell drifts",
            "the margin of steady-state studies; changes of less do not matter"),
    TREND(
            0.1,
            Form.SHARE,
            "change from third to third of a window from which a cell drifts",
            "of a change without a point; at its ends it is half as much again"),
    KEPT_UP(
            0.05,
            Form.SHARE,
            "arrivals that may be left when the window of an open cell ends",
            "a choice of ours: some are always in flight, and a queue that grows leaves more"),
    LATE(
            0.01,
            Form.SHARE,
            "starts that may come late though a connection was free",
            "a choice of ours: a pause of the TestNode delays a few"),
    STEP(0.01, Form.SHARE, "times of operations and steps are known within", "a histogram for each user must be small"),
    P50_FROM(20, Form.NUMBER, "transactions from which there is a median", "ten of them are slower"),
    P99_FROM(1_000, Form.NUMBER, "transactions from which there is a p99", "ten of them are slower"),
    P999_FROM(10_000, Form.NUMBER, "transactions from which there is a p99.9", "ten of them are slower"),
    COMPILERS_REST(
            0.05,
            Form.SHARE,
            "of a core in the compilers up to which a service on all cores goes on to its own",
            "the rule that follows asks for less"),
    COMPILED(
            0.10,
            Form.SHARE,
            "of a service's cores in the compilers in a window above which the cell is not steady",
            "the share explains most of what forks of cold services differ by"),
    COMPILING(0.01, Form.SHARE, "of the time in the compilers up to which a service has settled", "a choice of ours"),
    CORE_STEP(
            0.1,
            Form.SHARE,
            "change of a core’s own speed that counts",
            "single pieces of work differ by less than that on a quiet core"),
    PROBE_ERRORS(
            0.01,
            Form.SHARE,
            "failed transactions up to which a probe counts",
            "a choice of ours: it decides only where to measure"),
    PROBE_EQUAL(
            0.05,
            Form.SHARE,
            "rise of TPS by a second TestNode from which the first is a limit",
            "a choice of ours: as large as a cell errs"),
    INDEX_SPREAD(
            0.10,
            Form.SHARE,
            "difference of the windows of a Performance Index above which it is not known",
            "something else was at work"),
    REACHES(
            0.95,
            Form.SHARE,
            "of the top from which a level reaches it: knee, over-drive",
            "a choice of ours: cells of one level differ by a few percent"),
    TOO_SLOW(
            1.25,
            Form.NUMBER,
            "growth of p99 since the knee over that of CR, above which a level is over-driven",
            "a choice of ours: past a cap times grow as CR does, and a p99 errs by a tenth"),
    SAME_TPS(
            0.05,
            Form.SHARE,
            "difference of TPS that counts as none: neighbours, rates, payloads",
            "a choice of ours: as large as a cell errs"),
    PAYLOAD(0.05, Form.SHARE, "off proportion over payload that counts as in proportion", "as for TPS"),
    FULL(
            0.95,
            Form.SHARE,
            "CPU of a side from which nothing is left: TPS that rises is not the processors’, TPS that falls is the TestNode’s",
            "the what-if chart"),
    LITTLE(
            0.5,
            Form.POWER,
            "of the rise of CR from which TPS rises too much for the top",
            "what is busy for 80 % of the time has a quarter left to give"),
    BURSTS(
            0.25,
            Form.POWER,
            "of the rise of CR from which a service is hardly driven",
            "a full processor may gain as much of requests that come in bursts"),
    NEIGHBOUR(
            0.2,
            Form.NUMBER,
            "logarithm of the cores’ own speed between two levels from which a trend is theirs",
            "a busy neighbour costs a third or more, a falling clock a tenth or two"),
    SERVER_FULL(
            0.90,
            Form.SHARE,
            "server CPU from which it is the limit at the top",
            "a choice of ours, a little below the what-if chart’s 95 %"),
    SERVER_FREE(
            0.70,
            Form.SHARE,
            "server CPU up to which something else is looked for",
            "a choice of ours: between the two a limit cannot be told"),
    LINK_FULL(
            0.80,
            Form.SHARE,
            "of the link from which it is the limit",
            "a choice of ours: what is acknowledged and what is lost take the rest"),
    COLLECTING(0.10, Form.SHARE, "of the time in garbage collection from which it is the limit", "a choice of ours"),
    WAITING(
            0.20,
            Form.SHARE,
            "of the time waiting for a pool or a lock from which it is the limit",
            "a choice of ours"),
    DISK_BUSY(
            0.80,
            Form.SHARE,
            "of the time the disk is busy from which it is the limit",
            "a choice of ours: queues grow beyond"),
    CORES_FOR_LOCKS(
            4,
            Form.NUMBER,
            "service cores below which a lock is not told from the wait for a core",
            "its holder may only lack a core"),
    NETWORK_SERVER(
            0.50,
            Form.SHARE,
            "server CPU up to which the network may be the limit, by elimination",
            "a choice of ours, wider than the what-if chart’s 30 %"),
    NETWORK_CONSUMER(
            0.30,
            Form.SHARE,
            "TestNode CPU up to which the network may be the limit, by elimination",
            "a choice of ours, wider than the what-if chart’s 15 %"),
    NETWORK_LINK(
            0.50,
            Form.SHARE,
            "of the link from which the network may be the limit, by elimination",
            "a choice of ours: heads of packets and what is sent again are not counted"),
    NEAR_CEILING(
            0.70,
            Form.SHARE,
            "of the rig's ceiling above which a peak is not the service's own limit",
            "a choice of ours, as for a TestNode that is busy"),
    FORKS_DIFFER(
            0.01,
            Form.SHARE,
            "Bartlett’s test below which services have a variance of their own",
            "pooled forks tell more, so they are parted only where it is plain"),
    CLAIM(
            0.05,
            Form.SHARE,
            "error of a table of claims that one is wrong",
            "the usual one, by Holm over the whole table"),
    MARGIN(
            0.05,
            Form.SHARE,
            "difference of two services that counts as none",
            "a choice of ours: below it no choice hangs on speed"),
    MOST_FORKS(50, Form.NUMBER, "forks beyond which nobody is sent", "the ratio then lies too near the margin"),
    USEFUL_FORKS(3, Form.NUMBER, "forks below which no interval is worth its name", "two give one, but a hopeless one"),
    SAME_SPEED(
            0.05,
            Form.SHARE,
            "difference of Performance Indices that counts as one machine’s",
            "those of one machine differ by a few percent from run to run"),
    LEAST_LEVELS(6, Form.NUMBER, "levels below which there is no law", "fewer hardly tell one law from another"),
    POOREST_FIT(
            0.10,
            Form.SHARE,
            "residual error of TPS above which there is no law",
            "such a law would tell of the noise"),
    TOLD_APART(2, Form.NUMBER, "of AIC below which two laws are both possible", "the usual reading of the criterion"),
    UNLIKELY(
            0.05,
            Form.SHARE,
            "F test of a law’s residuals against the noise of forks from which it is possible",
            "the usual one"),
    TOLD_APART_ALONE(
            5,
            Form.NUMBER,
            "of AIC below which two laws are both possible where forks tell nothing of the noise",
            "the true law falls so far behind in fewer than one of twenty curves of six levels"),
    EXTRAPOLATED(
            2,
            Form.NUMBER,
            "times the most that was measured, in TPS and in CR, beyond which no law is read",
            "a choice of ours: the laws are of what was seen"),
    FLAT(0.98, Form.SHARE, "of the most TPS from which levels of a flat top have it", "within what a cell errs"),
    ALIKE(
            0.99,
            Form.SHARE,
            "of the law’s most TPS from which the lowest level of a flat top is taken",
            "a law of a flat top hardly falls off");

    /** How a value is read. */
    private enum Form {
        SHARE,
        NUMBER,
        POWER
    }

    private final double value;
    private final Form form;
    private final String bounds;
    private final String reason;

    Rules(double value, Form form, String bounds, String reason) {
        this.value = value;
        this.form = form;
        this.bounds = bounds;
        this.reason = reason;
    }

    /** The threshold; of a share 1 is all. */
    public double value() {
        return value;
    }

    /** The threshold of what is counted. */
    public int count() {
        return (int) value;
    }

    /** As a text has it, for example {@code 70 %}. */
    public String text() {
        return switch (form) {
            case SHARE -> whole(value * 100) + " %";
            case NUMBER -> whole(value);
            case POWER -> "power " + whole(value);
        };
    }

    /** What it bounds. */
    public String bounds() {
        return bounds;
    }

    /** Why it is where it is. */
    public String reason() {
        return reason;
    }

    /** Without a fraction where there is none. */
    private static String whole(double value) {
        double rounded = Math.rint(value * 1e6) / 1e6;
        return rounded == Math.rint(rounded)
                ? Long.toString((long) rounded)
                : String.format(Locale.ROOT, "%s", rounded);
    }
}
