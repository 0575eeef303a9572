// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.node;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.messkit.consumers.cases.BaseLoad;
import org.messkit.consumers.cases.Cases;
import org.messkit.consumers.cases.RequestPool;
import org.messkit.consumers.http.Binding;
import org.messkit.consumers.http.Target;
import org.messkit.loads.Clock;
import org.messkit.loads.Driver;
import org.messkit.loads.Tally;
import org.messkit.loads.Window;
import org.messkit.testnodes.wire.Asked;
import org.messkit.testnodes.wire.CellOrder;
import org.messkit.testnodes.wire.CellReport;
import org.messkit.testnodes.wire.Frame;
import org.messkit.testnodes.wire.Interval;
import org.messkit.usecases.Changes;
import org.messkit.usecases.UseCase;
import org.messkit.usecases.UseCases;

/** One cell on this node: its users, connected and ready, and what drives them. */
final class CellRun {
    private final CellOrder order;
    private final RequestPool pool;
    private final List<CaseTransaction> users;
    private final Driver driver;

    private CellRun(CellOrder order, RequestPool pool, List<CaseTransaction> users) {
        this.order = order;
        this.pool = pool;
        this.users = users;
        this.driver = order.load().driver(Clock.SYSTEM, users, order.seed() ^ order.cell());
        driver.interval(order.timing().interval().toNanos());
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
        Target target = Target.of(order.target().url());
        int concurrency = order.load().concurrency();
        RequestPool pool = RequestPool.build(
                useCase(order.asked()),
                order.asked().payload(),
                order.seed(),
                Binding.named(order.target().binding()),
                target,
                concurrency,
                round);
        CaseMethods methods = CaseMethods.of(Cases.of(order.asked().useCase()));
        List<CaseTransaction> users = new ArrayList<>();
        try {
            for (int i = 0; i < concurrency; i++) {
                users.add(
                        CaseTransaction.connected(methods, target, pool.users().get(i)));
            }
        } catch (IOException | RuntimeException e) {
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
    static Changes store(CellOrder order) throws IOException {
        try {
            return BaseLoad.send(
                    useCase(order.asked()),
                    order.asked().payload(),
                    order.seed(),
                    Binding.named(order.target().binding()),
                    Target.of(order.target().url()));
        } catch (AssertionError e) {
            throw new IOException("what must be there beforehand was not stored: " + e.getMessage(), e);
        }
    }

    private static UseCase useCase(Asked asked) {
        UseCase useCase = UseCases.named(asked.useCase());
        return useCase.isStateful() ? useCase.with(asked.workload()) : useCase;
    }

    int cell() {
        return order.cell();
    }

    /** What was generated. */
    Frame.Ready ready() {
        return new Frame.Ready(pool.elements(), pool.depth(), pool.requestBytes());
    }

    void abort() {
        driver.abort();
    }

    /** Closes the users' connections; again does nothing. */
    void close() {
        users.forEach(CaseTransaction::close);
    }

    void drive(long startEpochMicros, Speaker speaker) throws IOException, InterruptedException {
        long offsetNanos = TimeUnit.MICROSECONDS.toNanos(epochMicros()) - System.nanoTime();
        long start = TimeUnit.MICROSECONDS.toNanos(startEpochMicros) - offsetNanos;
        long from = start + order.timing().settle().toNanos();
        Window window = new Window(start, from, from + order.timing().window().toNanos());
        List<IOException> unsaid = new ArrayList<>();
        Tally tally;
        try {
            tally = driver.run(window, (fromNanos, toNanos, service, response) -> {
                try {
                    speaker.say(new Frame.Seen(new Interval(
                            TimeUnit.NANOSECONDS.toMillis(fromNanos + offsetNanos),
                            TimeUnit.NANOSECONDS.toMillis(toNanos + offsetNanos),
                            service,
                            scheduled(response),
                            OwnJvm.state())));
                } catch (IOException e) {
                    unsaid.add(e);
                    driver.abort();
                }
            });
        } finally {
            close();
        }
        if (!unsaid.isEmpty()) {
            throw unsaid.get(0);
        }
        speaker.say(new Frame.Done(new CellReport(
                TimeUnit.NANOSECONDS.toMicros(window.from() + offsetNanos),
                TimeUnit.NANOSECONDS.toMicros(window.to() + offsetNanos),
                tally,
                pool.changes())));
    }

    /** Response times, where the load has intended starts. */
    private Optional<Histogram> scheduled(Histogram response) {
        return order.load().rate().isPresent() ? Optional.of(response) : Optional.empty();
    }

    private static long epochMicros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }
}
