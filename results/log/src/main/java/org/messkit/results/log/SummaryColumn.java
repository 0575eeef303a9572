// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.log;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One column of the summaries: what a spreadsheet or a script reads. Figures are rounded to a fixed number of places; the
 * cells' own files keep every digit.
 *
 * @param name with its unit
 * @param value a String, Integer, Long or BigDecimal; empty where there is no figure
 */
record SummaryColumn(String name, Function<Cell, Optional<?>> value) {
    /** All columns, in their order. Scripts outside the kit know these names: a change is a new format version. */
    static final List<SummaryColumn> ALL = List.of(
            of("service", c -> c.service().name()),
            of("use_case", c -> c.service().useCase()),
            of("technology", c -> c.service().technology()),
            of("variant", c -> c.service().variant()),
            of("binding", c -> c.service().binding()),
            of("payload_bytes", c -> c.payload().bytes()),
            of("elements", c -> c.payload().elements()),
            of("depth", c -> c.payload().depth()),
            of("load_model", c -> c.load().model()),
            of("concurrency", c -> c.load().concurrency()),
            of("fork", Cell::fork),
            of("outcome", c -> c.outcome().label()),
            figure("start", f -> Optional.of(f.start().toString())),
            number("seconds", 3, Cell.Figures::seconds),
            figure("transactions", f -> Optional.of(f.transactions())),
            figure("errors", f -> Optional.of(f.errors())),
            figure("sent_total", f -> Optional.of(f.total().sent())),
            figure("unreached_total", f -> Optional.of(f.total().unreached())),
            figure("server_count", f -> Optional.of(f.total().server())),
            headline("tps", f -> rounded(f.tps(), 3)),
            time("service_time_min_ms", t -> Optional.of(t.minMillis())),
            time("service_time_mean_ms", t -> Optional.of(t.meanMillis())),
            time("service_time_p50_ms", Cell.Times::p50Millis),
            time("service_time_p99_ms", Cell.Times::p99Millis),
            time("service_time_max_ms", t -> Optional.of(t.maxMillis())),
            number("outside_clock_mean_us", 1, Cell.Figures::outsideClockMeanMicros),
            number("effective_concurrency", 3, Cell.Figures::effectiveConcurrency),
            number("request_bytes", 1, Cell.Figures::requestBytes),
            number("response_bytes", 1, Cell.Figures::responseBytes),
            number("server_cpu_cores", 3, f -> f.cpu().serverCores()),
            number("server_cpu_peak", 3, f -> f.cpu().serverPeakCores()),
            number("consumer_cpu_cores", 3, f -> f.cpu().consumerCores()),
            number("network_bytes_per_s", 0, Cell.Figures::wireBytesPerSecond),
            time("service_time_p999_ms", Cell.Times::p999Millis),
            new SummaryColumn("rate_per_s", c -> c.load().rate().flatMap(rate -> rounded(rate, 3))),
            new SummaryColumn(
                    "arrivals", c -> Optional.ofNullable(c.load().attributes().get("arrivals"))),
            response("response_time_min_ms", t -> Optional.of(t.minMillis())),
            response("response_time_mean_ms", t -> Optional.of(t.meanMillis())),
            response("response_time_p50_ms", Cell.Times::p50Millis),
            response("response_time_p99_ms", Cell.Times::p99Millis),
            response("response_time_p999_ms", Cell.Times::p999Millis),
            response("response_time_max_ms", t -> Optional.of(t.maxMillis())),
            arrivals("late_starts", Cell.Arrivals::late),
            arrivals("queued_starts", Cell.Arrivals::queued),
            arrivals("backlog_peak", Cell.Arrivals::backlogPeak),
            internal("server_gc_share", Cell.Internals::collecting),
            internal("server_lock_wait_share", Cell.Internals::lockWait),
            internal("server_pool_wait_share", Cell.Internals::poolWait),
            internal("disk_busy_share", Cell.Internals::diskBusy),
            of("answer", c -> c.payload().answer()),
            stored("rows_before", Cell.Stored::rowsBefore),
            stored("rows_expected", Cell.Stored::rowsExpected),
            stored("rows_after", Cell.Stored::rowsAfter),
            stored("store_bytes", Cell.Stored::bytesAfter),
            figure(
                    "store_bytes_per_row",
                    f -> f.stored().flatMap(Cell.Stored::bytesPerRow).flatMap(bytes -> rounded(bytes, 0))),
            headline("tps_low", f -> f.throughput().flatMap(t -> rounded(t.tpsLow(), 3))),
            headline("tps_high", f -> f.throughput().flatMap(t -> rounded(t.tpsHigh(), 3))),
            figure("overdue", f -> f.overdue().map(Cell.Overdue::count)),
            figure("unanswered", f -> f.overdue().map(Cell.Overdue::unanswered)),
            time("service_time_at_least_from", Cell.Times::atLeastFrom),
            internal("server_jit_share", Cell.Internals::compiling),
            share("share", Cell.Payload::share),
            share("invalid_share", Cell.Payload::invalid));

    private static SummaryColumn of(String name, Function<Cell, Object> value) {
        return new SummaryColumn(name, cell -> Optional.of(value.apply(cell)));
    }

    private static SummaryColumn share(String name, Function<Cell.Payload, Optional<Double>> asked) {
        return new SummaryColumn(name, cell -> asked.apply(cell.payload()).map(Cell.Payload::digits));
    }

    private static SummaryColumn figure(String name, Function<Cell.Figures, Optional<?>> value) {
        return new SummaryColumn(name, cell -> cell.figures().flatMap(value));
    }

    private static SummaryColumn number(String name, int places, Function<Cell.Figures, Double> value) {
        return figure(name, f -> rounded(value.apply(f), places));
    }

    /** A figure to quote: empty unless the cell is measured, so that nobody plots what failed a proof. */
    private static SummaryColumn headline(String name, Function<Cell.Figures, Optional<?>> value) {
        return new SummaryColumn(
                name,
                cell -> cell.outcome() == Outcome.MEASURED ? cell.figures().flatMap(value) : Optional.empty());
    }

    /** Milliseconds with three places; empty where no transaction ended in the window. */
    private static SummaryColumn time(String name, Function<Cell.Times, Optional<Double>> value) {
        return headline(
                name,
                f -> f.transactions() == 0
                        ? Optional.empty()
                        : value.apply(f.serviceTime()).flatMap(millis -> rounded(millis, 3)));
    }

    /** As service times; only open load has them. */
    private static SummaryColumn response(String name, Function<Cell.Times, Optional<Double>> value) {
        return headline(name, f -> f.arrivals()
                .filter(a -> f.transactions() > 0)
                .flatMap(a -> value.apply(a.responseTime()))
                .flatMap(millis -> rounded(millis, 3)));
    }

    private static SummaryColumn internal(String name, Function<Cell.Internals, Double> share) {
        return figure(name, f -> f.internals().flatMap(i -> rounded(share.apply(i), 4)));
    }

    private static SummaryColumn stored(String name, Function<Cell.Stored, Object> value) {
        return figure(name, f -> f.stored().map(value));
    }

    private static SummaryColumn arrivals(String name, Function<Cell.Arrivals, Object> value) {
        return figure(name, f -> f.arrivals().map(value));
    }

    /** The number with fixed places, or nothing where it is none. */
    private static Optional<BigDecimal> rounded(double number, int places) {
        return Double.isFinite(number)
                ? Optional.of(BigDecimal.valueOf(number).setScale(places, RoundingMode.HALF_UP))
                : Optional.empty();
    }
}
