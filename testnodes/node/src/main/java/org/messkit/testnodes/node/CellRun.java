// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.node;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;
import org.messkit.consumers.cases.BaseLoad;
import org.messkit.consumers.cases.Cases;
import org.messkit.consumers.cases.RequestPool;
import org.messkit.consumers.http.Binding;
import org.messkit.consumers.http.Target;
import org.messkit.testnodes.load.Clock;
import org.messkit.testnodes.load.ClosedLoad;
import org.messkit.testnodes.load.Load;
import org.messkit.testnodes.load.OpenLoad;
import org.messkit.testnodes.load.Schedule;
import org.messkit.testnodes.load.Tally;
import org.messkit.testnodes.load.Window;
import org.messkit.testnodes.wire.CellOrder;
import org.messkit.testnodes.wire.CellReport;
import org.messkit.testnodes.wire.Frame;
import org.messkit.usecases.AnswerSize;
import org.messkit.usecases.Changes;
import org.messkit.usecases.Payload;
import org.messkit.usecases.UseCase;
import org.messkit.usecases.UseCases;
import org.messkit.usecases.Workload;

/** One cell on this node: its users, connected and ready, and its load. */
final class CellRun {
    private final CellOrder order;
    private final RequestPool pool;
    private final List<CaseTransaction> users;
    private final Load load;

    private CellRun(CellOrder order, RequestPool pool, List<CaseTransaction> users) {
        this.order = order;
        this.pool = pool;
        this.users = users;
        this.load = load(order, users);
        load.interval(TimeUnit.MILLISECONDS.toNanos(order.intervalMillis()));
    }

    private static Load load(CellOrder order, List<CaseTransaction> users) {
        long ramp = TimeUnit.MILLISECONDS.toNanos(order.rampMillis());
        if (order.rate() == 0) {
            return new ClosedLoad(Clock.SYSTEM, users, ramp);
        }
        Supplier<Schedule> schedule = order.poisson()
                ? () -> Schedule.poisson(order.rate(), ramp, order.seed() ^ order.cell())
                : () -> Schedule.uniform(order.rate(), ramp);
        return new OpenLoad(Clock.SYSTEM, users, schedule, order.backlog());
    }

    /** What a run says while it drives. */
    interface Speaker {
        void say(Frame frame) throws IOException;
    }

    /**
     * Builds the requests and opens one connection per user.
     *
     * @param round number of the order, so that no two cells of a service send the same identifiers
     * @throws IllegalArgumentException if the order cannot be carried out
     * @throws IOException if the service cannot be reached
     */
    static CellRun prepare(CellOrder order, int round) throws IOException {
        Target target = Target.of(order.url());
        RequestPool pool = RequestPool.build(
                useCase(order),
                payload(order),
                order.seed(),
                Binding.named(order.binding()),
                target,
                order.concurrency(),
                round);
        CaseMethods methods = CaseMethods.of(Cases.of(order.useCase()));
        List<CaseTransaction> users = new ArrayList<>();
        try {
            for (int i = 0; i < order.concurrency(); i++) {
                users.add(
                        CaseTransaction.connected(methods, target, pool.users().get(i)));
            }
        } catch (IOException e) {
            users.forEach(CaseTransaction::close);
            throw e;
        }
        return new CellRun(order, pool, users);
    }

    /**
     * Stores what must be there before the cells of a payload.
     *
     * @return what that does to an empty service
     * @throws IOException if the service cannot be reached or does not store it
     */
    static CellReport.Changes load(CellOrder order) throws IOException {
        try {
            return changes(BaseLoad.send(
                    useCase(order),
                    payload(order),
                    order.seed(),
                    Binding.named(order.binding()),
                    Target.of(order.url())));
        } catch (AssertionError e) {
            throw new IOException("what must be there beforehand was not stored: " + e.getMessage(), e);
        }
    }

    private static UseCase useCase(CellOrder order) {
        UseCase useCase = UseCases.named(order.useCase());
        return useCase.isStateful() ? useCase.with(new Workload(order.orders(), order.mix())) : useCase;
    }

    private static Payload payload(CellOrder order) {
        return new Payload(
                order.bytes(),
                order.elements(),
                order.depth(),
                order.share(),
                order.invalid(),
                AnswerSize.labelled(order.answer()));
    }

    private static CellReport.Changes changes(Changes changes) {
        return new CellReport.Changes(changes.inserted(), changes.updated(), changes.deleted(), changes.checksum());
    }

    int cell() {
        return order.cell();
    }

    Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("elements", Integer.toString(pool.elements()));
        facts.put("depth", Integer.toString(pool.depth()));
        facts.put("request-bytes", Integer.toString(pool.requestBytes()));
        return facts;
    }

    void abort() {
        load.abort();
    }

    void drive(long startEpochMicros, Speaker speaker) throws IOException, InterruptedException {
        long offsetNanos = TimeUnit.MICROSECONDS.toNanos(epochMicros()) - System.nanoTime();
        long start = TimeUnit.MICROSECONDS.toNanos(startEpochMicros) - offsetNanos;
        long from = start + TimeUnit.MILLISECONDS.toNanos(order.settleMillis());
        Window window = new Window(start, from, from + TimeUnit.MILLISECONDS.toNanos(order.windowMillis()));
        List<IOException> unsaid = new ArrayList<>();
        Tally tally;
        try {
            tally = load.run(window, (fromNanos, toNanos, service, response) -> {
                long fromEpoch = fromNanos + offsetNanos;
                long toEpoch = toNanos + offsetNanos;
                try {
                    speaker.say(interval("service", fromEpoch, toEpoch, service)
                            .with(OwnJvm.state().fields()));
                    if (order.rate() > 0) {
                        speaker.say(interval("response", fromEpoch, toEpoch, response));
                    }
                } catch (IOException e) {
                    unsaid.add(e);
                    load.abort();
                }
            });
        } finally {
            users.forEach(CaseTransaction::close);
        }
        if (!unsaid.isEmpty()) {
            throw unsaid.get(0);
        }
        for (Map.Entry<String, Histogram> operation : tally.operations().entrySet()) {
            speaker.say(interval(
                    CellReport.OPERATION + operation.getKey(),
                    window.from() + offsetNanos,
                    window.to() + offsetNanos,
                    operation.getValue()));
        }
        speaker.say(report(window, offsetNanos, tally).frame());
    }

    private static Frame interval(String time, long fromEpochNanos, long toEpochNanos, Histogram histogram) {
        Map<String, String> bounds = Map.of(
                "time", time,
                "from-ms", Long.toString(TimeUnit.NANOSECONDS.toMillis(fromEpochNanos)),
                "to-ms", Long.toString(TimeUnit.NANOSECONDS.toMillis(toEpochNanos)));
        return new Frame(Frame.Kind.INTERVAL, bounds, encoded(histogram));
    }

    private CellReport report(Window window, long offsetNanos, Tally tally) {
        return new CellReport(
                TimeUnit.NANOSECONDS.toMicros(window.from() + offsetNanos),
                TimeUnit.NANOSECONDS.toMicros(window.to() + offsetNanos),
                tally.sent(),
                tally.unreached(),
                tally.failed(),
                tally.valid(),
                tally.invalid(),
                tally.invalidNanos(),
                tally.outsideNanos(),
                tally.edgeNanos(),
                tally.requestBytes(),
                tally.responseBytes(),
                tally.wireBytes(),
                tally.outOfRange(),
                tally.serviceTime().getTotalCount(),
                tally.reasons(),
                encoded(tally.serviceTime()),
                tally.arrivals()
                        .map(a -> new CellReport.Arrivals(
                                a.due(),
                                a.starts(),
                                a.served(),
                                a.servedWireBytes(),
                                a.late(),
                                a.queued(),
                                a.backlogPeak(),
                                a.overloaded(),
                                encoded(a.responseTime()))),
                changes(pool.changes()));
    }

    private static byte[] encoded(Histogram histogram) {
        ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        int length = histogram.encodeIntoCompressedByteBuffer(buffer);
        return Arrays.copyOf(buffer.array(), length);
    }

    private static long epochMicros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }
}
