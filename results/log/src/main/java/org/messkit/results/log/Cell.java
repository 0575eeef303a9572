// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.log;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.messkit.loads.Load;
import org.messkit.usecases.UseCases;

/**
 * One cell of the grid: one service, one payload, one level of load, in one fork.
 *
 * @param id number in the order of execution, from 1
 * @param service what was measured
 * @param payload what it was asked
 * @param load how it was driven
 * @param fork which fresh service process, from 1
 * @param outcome how it ended
 * @param reason why, where the outcome is not {@link Outcome#MEASURED}: one line for the user, else empty
 * @param figures what was counted, empty where the cell never ran to its end
 */
public record Cell(
        int id,
        Service service,
        Payload payload,
        Load load,
        int fork,
        Outcome outcome,
        String reason,
        Optional<Figures> figures) {
    /** The same with another payload. */
    public Cell withPayload(Payload other) {
        return new Cell(id, service, other, load, fork, outcome, reason, figures);
    }

    /** The same under another load. */
    public Cell withLoad(Load other) {
        return new Cell(id, service, payload, other, fork, outcome, reason, figures);
    }

    /** The same with another end. */
    public Cell withOutcome(Outcome other, String why) {
        return new Cell(id, service, payload, load, fork, other, why, figures);
    }

    /** The same with figures. */
    public Cell withFigures(Figures counted) {
        return new Cell(id, service, payload, load, fork, outcome, reason, Optional.of(counted));
    }

    /**
     * The service's name in its parts.
     *
     * @param name the whole, for example {@code buffet/dom+naive@pox}; in a run on several JVMs followed by the JVM's
     * @param variant empty for the technology's best practice
     */
    public record Service(String name, String useCase, String technology, String variant, String binding) {
        /** The name without the JVM's. */
        public String onAnyJvm() {
            return useCase + "/" + technology + (variant.isEmpty() ? "" : "+" + variant) + "@" + binding;
        }

        /** Whether it does no work and takes no time of its own, so that its TPS is the rig's ceiling. */
        public boolean isCeiling() {
            return UseCases.isCeiling(useCase, technology);
        }
    }

    /**
     * The payload as generated.
     *
     * @param bytes of the payload's root element
     * @param elements in it
     * @param depth greatest nesting in it, the root being 1
     * @param answer how much was to be answered: {@code summary} or {@code full}
     * @param share of the message that the service was to act on; empty where that is the use case's own
     * @param invalid share of messages that break a rule; empty where that is the use case's own
     */
    public record Payload(
            int bytes,
            int elements,
            int depth,
            @Form(otherwise = "summary") String answer,
            Optional<Double> share,
            Optional<Double> invalid) {
        /** Payloads by the shares asked for, none before any. */
        public static final Comparator<Payload> BY_SHARES = Comparator.comparing(
                        (Payload payload) -> payload.share.orElse(-1.0))
                .thenComparing(payload -> payload.invalid.orElse(-1.0));

        /** With the use case's own shares. */
        public Payload(int bytes, int elements, int depth, String answer) {
            this(bytes, elements, depth, answer, Optional.empty(), Optional.empty());
        }

        /** A summary was to be answered. */
        public Payload(int bytes, int elements, int depth) {
            this(bytes, elements, depth, "summary");
        }

        /** The same, of another shape. */
        public Payload shaped(int ofElements, int ofDepth) {
            return new Payload(bytes, ofElements, ofDepth, answer, share, invalid);
        }

        /** The shares asked for in words, for example {@code share 0.1, invalid 0.5}; empty where there are none. */
        public String shares() {
            return Stream.of(share.map(s -> "share " + digits(s)), invalid.map(s -> "invalid " + digits(s)))
                    .flatMap(Optional::stream)
                    .collect(Collectors.joining(", "));
        }

        /** A share in all its digits. */
        public static BigDecimal digits(double share) {
            return new BigDecimal(BigDecimal.valueOf(share).stripTrailingZeros().toPlainString());
        }

        /** Whether all that the service acted on was to be answered. */
        public boolean inFull() {
            return answer.equals("full");
        }
    }

    /**
     * What was counted. Totals span settle, window and drain; the rest is of the window.
     *
     * @param start when the window began
     * @param seconds length of the window
     * @param transactions validated transactions that ended in the window; in open load those that should have begun in it
     * @param errors wrong or failed answers, likewise
     * @param total over the whole cell, at rest
     * @param serviceTime of the validated transactions, from the first byte sent to the last byte read; the sum over its exchanges
     *     where a transaction has several
     * @param outsideClockMeanMicros mean time of a user outside exchanges, per transaction: making, checking, recording
     * @param requestBytes mean HTTP body of a request
     * @param responseBytes mean HTTP body of an answer
     * @param wireBytesPerSecond HTTP heads and bodies, both directions
     * @param cpu of both sides
     * @param arrivals what only open load has
     * @param internals what the service waited for; empty where nobody looked
     * @param stored what a stateful service kept, before and after
     * @param operations times by operation, in the order of their names; empty where the use case has one alone
     * @param exchanges what transactions consist of; empty where each is one exchange
     * @param throughput of closed load; empty in open load, and in runs from before it was recorded
     * @param overdue what the window's end found under way for too long; empty where nothing was
     * @param cutMillis of closed load: what the counted cycles of all users reach over the window's edges, less what uncounted ones reach
     *     in and what invalid transactions took; the cycle law needs it. Not a number where it is not known
     */
    public record Figures(
            Instant start,
            double seconds,
            long transactions,
            long errors,
            Totals total,
            Times serviceTime,
            double outsideClockMeanMicros,
            double requestBytes,
            double responseBytes,
            double wireBytesPerSecond,
            Cpu cpu,
            Optional<Arrivals> arrivals,
            Optional<Internals> internals,
            Optional<Stored> stored,
            List<Operation> operations,
            Optional<Exchanges> exchanges,
            Optional<Throughput> throughput,
            Optional<Overdue> overdue,
            @Form(absentIfUnknown = true) double cutMillis) {

        /** Copies. */
        public Figures {
            operations = List.copyOf(operations);
        }

        /** Figures of a stateless service. */
        public Figures(
                Instant start,
                double seconds,
                long transactions,
                long errors,
                Totals total,
                Times serviceTime,
                double outsideClockMeanMicros,
                double requestBytes,
                double responseBytes,
                double wireBytesPerSecond,
                Cpu cpu,
                Optional<Arrivals> arrivals,
                Optional<Internals> internals) {
            this(
                    start,
                    seconds,
                    transactions,
                    errors,
                    total,
                    serviceTime,
                    outsideClockMeanMicros,
                    requestBytes,
                    responseBytes,
                    wireBytesPerSecond,
                    cpu,
                    arrivals,
                    internals,
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Double.NaN);
        }

        /** These figures of a stateful service. */
        public Figures withStored(Stored kept) {
            return with(Optional.of(kept), operations, exchanges, throughput, cutMillis);
        }

        /** These figures, with times by operation. */
        public Figures withOperations(List<Operation> by) {
            return with(stored, by, exchanges, throughput, cutMillis);
        }

        /** These figures, of transactions with several exchanges. */
        public Figures withExchanges(Exchanges all) {
            return with(stored, operations, Optional.of(all), throughput, cutMillis);
        }

        /** These figures of closed load, with what TPS are made of. */
        public Figures withThroughput(Throughput counted) {
            return with(stored, operations, exchanges, Optional.of(counted), cutMillis);
        }

        /** These figures, with what the window cut. */
        public Figures withCut(double millis) {
            return with(stored, operations, exchanges, throughput, millis);
        }

        private Figures with(
                Optional<Stored> kept,
                List<Operation> by,
                Optional<Exchanges> all,
                Optional<Throughput> counted,
                double cut) {
            return new Figures(
                    start,
                    seconds,
                    transactions,
                    errors,
                    total,
                    serviceTime,
                    outsideClockMeanMicros,
                    requestBytes,
                    responseBytes,
                    wireBytesPerSecond,
                    cpu,
                    arrivals,
                    internals,
                    kept,
                    by,
                    all,
                    counted,
                    overdue,
                    cut);
        }

        /** Figures of closed load, whose service was not looked into. */
        public Figures(
                Instant start,
                double seconds,
                long transactions,
                long errors,
                Totals total,
                Times serviceTime,
                double outsideClockMeanMicros,
                double requestBytes,
                double responseBytes,
                double wireBytesPerSecond,
                Cpu cpu) {
            this(
                    start,
                    seconds,
                    transactions,
                    errors,
                    total,
                    serviceTime,
                    outsideClockMeanMicros,
                    requestBytes,
                    responseBytes,
                    wireBytesPerSecond,
                    cpu,
                    Optional.empty(),
                    Optional.empty());
        }

        /** Validated transactions per second of measured time: in closed load without the window's edges, in open load those that ended. */
        public double tps() {
            double ended = arrivals.map(a -> (double) a.served())
                    .or(() -> throughput.map(Throughput::transactions))
                    .orElse((double) transactions);
            return seconds > 0 ? ended / seconds : 0;
        }

        /**
         * TPS × mean time from one transaction to the next: how many users were really at work. In closed load all are, so where
         * this is another number, the times or the TPS are not those of all users.
         */
        public double usersAtWork() {
            return tps() * (serviceTime.meanMillis() / 1e3 + outsideClockMeanMicros / 1e6);
        }

        /** TPS × mean time in the exchange: how many requests were really in flight. */
        public double effectiveConcurrency() {
            return seconds > 0 ? tps() * serviceTime.meanMillis() / 1000 : 0;
        }
    }

    /**
     * How many transactions a window of closed load holds. What ended in it goes in whole rounds, since users that begin together
     * end together.
     *
     * @param transactions validated ones, each by the share of its cycle that lies in the window
     * @param tpsLow lower end of the 95 % interval of TPS that the window's own transactions allow; forks may differ by more
     * @param tpsHigh upper end
     */
    public record Throughput(double transactions, double tpsLow, double tpsHigh) {
        /** Half of the interval's width, on the scale of ln TPS. */
        public double halfWidth() {
            return Math.log(tpsHigh / tpsLow) / 2;
        }

        /**
         * Whether users at work are all there are, as far as the window can tell.
         *
         * @param users of the load
         * @param atWork TPS × time from one transaction to the next
         */
        public boolean fills(int users, double atWork) {
            return Math.abs(atWork / users - 1) <= Rules.AT_WORK.value() + halfWidth();
        }
    }

    /**
     * Transactions that were under way when the window ended, and had been for longer than any that ended in it. They are in the
     * percentiles and the maximum, not in the mean.
     *
     * @param count how many
     * @param unanswered of them without an answer at the drain's deadline: their times are lower bounds
     * @param longestMillis the longest of them, at least
     */
    public record Overdue(long count, long unanswered, double longestMillis) {}

    /**
     * How the schedule of an open load was kept, and what the consumers saw of it.
     *
     * @param responseTime of the validated transactions, from when each should have begun to the last byte read
     * @param due arrivals whose intended start lies in the window; all of them begun
     * @param served validated transactions that ended in the window, whenever they should have begun
     * @param late starts more than a millisecond late by the TestNode's own fault
     * @param queued starts that found no free connection
     * @param backlogPeak most arrivals that were due and not begun
     */
    public record Arrivals(Times responseTime, long due, long served, long late, long queued, long backlogPeak) {}

    /**
     * What the service and its machine waited for over the window, as shares from 0 to about 1; what is not known is not a number.
     *
     * @param collecting time in garbage collection
     * @param lockWait requests in flight that waited for a lock
     * @param poolWait requests in flight that waited for a pool
     * @param diskBusy time that disks were at work, summed over disks
     * @param compiling of the service's cores in its JVM's compilers
     */
    public record Internals(
            double collecting,
            double lockWait,
            double poolWait,
            double diskBusy,
            @Form(absentIfUnknown = true) double compiling) {
        /** Of a JVM that does not tell how long it compiles. */
        public Internals(double collecting, double lockWait, double poolWait, double diskBusy) {
            this(collecting, lockWait, poolWait, diskBusy, Double.NaN);
        }
    }

    /**
     * What a stateful service kept, read back whole at rest before and after the cell, and what it should have kept by the consumers'
     * own account.
     *
     * @param rowsBefore messages before the cell
     * @param rowsExpected messages that should be there after it
     * @param rowsAfter messages that are
     * @param checksumExpected sum of their digests, modulo 2 to the 64th
     * @param checksumAfter what it is
     * @param bytesBefore size on the disk before the cell; 0 where there is none
     * @param bytesAfter size after it
     */
    public record Stored(
            long rowsBefore,
            long rowsExpected,
            long rowsAfter,
            long checksumExpected,
            long checksumAfter,
            long bytesBefore,
            long bytesAfter) {
        /** Whether the service keeps what it should. */
        public boolean reconciles() {
            return rowsExpected == rowsAfter && checksumExpected == checksumAfter;
        }

        /** Bytes on the disk for each message that is kept after the cell; empty where nothing is kept or no size is known. */
        public Optional<Double> bytesPerRow() {
            return rowsAfter > 0 && bytesAfter > 0 ? Optional.of((double) bytesAfter / rowsAfter) : Optional.empty();
        }
    }

    /**
     * Counts over the whole cell. They reconcile where {@code sent - unreached = server}.
     *
     * @param sent requests begun by the consumers, one for each exchange
     * @param unreached requests of them that never reached the service: no connection
     * @param failed transactions that got a wrong answer or none
     * @param server requests that the service counted
     * @param transactions transactions begun; empty where each is one exchange
     */
    public record Totals(long sent, long unreached, long failed, long server, Optional<Long> transactions) {
        /** Of transactions of one exchange each. */
        public Totals(long sent, long unreached, long failed, long server) {
            this(sent, unreached, failed, server, Optional.empty());
        }

        /** Transactions begun. */
        public long begun() {
            return transactions.orElse(sent);
        }

        /** Whether both sides counted the same. */
        public boolean reconcile() {
            return sent - unreached == server;
        }
    }

    /**
     * A distribution of times of the validated transactions of the window, in milliseconds. All zero where there was none.
     *
     * @param meanMillis of those that ended in time
     * @param p50Millis given from 20 transactions up
     * @param p99Millis given from 1,000 transactions up
     * @param p999Millis given from 10,000 transactions up
     * @param atLeastFrom percentile from which on these are lower bounds, the maximum too, since transactions without an answer
     *     are among them; empty where all had one
     */
    public record Times(
            double minMillis,
            double meanMillis,
            Optional<Double> p50Millis,
            Optional<Double> p99Millis,
            Optional<Double> p999Millis,
            double maxMillis,
            Optional<Double> atLeastFrom) {
        /** Of answers alone, enough of them for a median. */
        public Times(
                double minMillis,
                double meanMillis,
                double p50Millis,
                Optional<Double> p99Millis,
                Optional<Double> p999Millis,
                double maxMillis) {
            this(minMillis, meanMillis, Optional.of(p50Millis), p99Millis, p999Millis, maxMillis, Optional.empty());
        }

        /** Whether a percentile is a lower bound. */
        public boolean isAtLeast(double percentile) {
            return atLeastFrom.filter(from -> percentile >= from).isPresent();
        }
    }

    /**
     * One of a use case's operations.
     *
     * @param name a word of lower-case letters
     * @param transactions validated ones of the window
     * @param serviceTime of these, each within 1 %
     */
    public record Operation(
            String name,
            long transactions,
            @Form(inline = true) Times serviceTime) {}

    /**
     * The exchanges of a window whose transactions have several.
     *
     * @param count all of them, those of transactions that were not valid included
     * @param steps in the order in which they were first seen
     */
    public record Exchanges(long count, List<Step> steps) {
        /** Copies. */
        public Exchanges {
            steps = List.copyOf(steps);
        }
    }

    /**
     * What one exchange of a transaction is for.
     *
     * @param name a word
     * @param exchanges of valid transactions that have more than one
     * @param time of these, each within 1 %
     */
    public record Step(
            String name,
            long exchanges,
            @Form(inline = true) Times time) {}

    /**
     * Mean processor use over the window, in cores.
     *
     * @param serverPeakCores highest one-second mean of the server within the cell's window
     * @param coreWorkMicros CPU time of a piece of fixed work on the server's cores; not a number where they were not watched
     */
    public record Cpu(
            double serverCores,
            double serverPeakCores,
            double consumerCores,
            @Form(absentIfUnknown = true) double coreWorkMicros) {
        /** On cores that nobody watched. */
        public Cpu(double serverCores, double serverPeakCores, double consumerCores) {
            this(serverCores, serverPeakCores, consumerCores, Double.NaN);
        }
    }
}
