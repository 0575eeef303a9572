// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.table;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.messkit.results.index.CurveIndex;
import org.messkit.results.index.RunIndex;
import org.messkit.results.index.compare.Comparison;
import org.messkit.results.index.compare.Pair;
import org.messkit.results.index.curve.CurvePoint;
import org.messkit.results.log.Cell;
import org.messkit.results.series.Interval;

/** Comparisons as CSV, and runs as CSV in the columns of Apache Otava. */
public final class ComparisonCsv {
    private static final CSVFormat CSV =
            CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

    private ComparisonCsv() {}

    /** A row per pair; no figure is an empty field. */
    public static String of(List<Comparison> comparisons) throws IOException {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter csv = new CSVPrinter(text, CSV)) {
            csv.printRecord(
                    "comparison",
                    "one",
                    "other",
                    "payload_bytes",
                    "elements",
                    "depth",
                    "concurrency",
                    "tps",
                    "other_tps",
                    "forks",
                    "other_forks",
                    "ratio",
                    "ratio_low",
                    "ratio_high",
                    "words",
                    "rank",
                    "other_rank",
                    "answer");
            for (Comparison c : comparisons) {
                for (Pair p : c.pairs()) {
                    Optional<Interval> interval =
                            p.judgement().map(j -> j.ratio().interval());
                    csv.printRecord(
                            c.title(),
                            p.one().name(),
                            p.other().name(),
                            p.payload().bytes(),
                            p.payload().elements(),
                            p.payload().depth(),
                            p.concurrency(),
                            plain(p.one().tps()),
                            plain(p.other().tps()),
                            p.one().forks(),
                            p.other().forks(),
                            plain(p.ratio()),
                            interval.map(i -> plain(i.low())).orElse(null),
                            interval.map(i -> plain(i.high())).orElse(null),
                            p.words(),
                            interval.isPresent() ? c.rank(p.one().name(), p) : null,
                            interval.isPresent() ? c.rank(p.other().name(), p) : null,
                            p.payload().answer());
                }
            }
        }
        return text.toString();
    }

    /**
     * A row per run and a column per cell, as Apache Otava's CSV importer reads a history: {@code time} and {@code run}, then a
     * metric for each cell that any of the runs measured.
     */
    public static String otava(List<RunIndex> runs) throws IOException {
        Set<String> metrics = new LinkedHashSet<>();
        List<Map<String, String>> rows = new ArrayList<>();
        for (RunIndex run : runs) {
            Map<String, String> row = new LinkedHashMap<>();
            for (CurveIndex curve : run.curves()) {
                for (CurvePoint p : curve.curve().points()) {
                    row.put(metric(curve, p), plain(p.tps()));
                }
            }
            metrics.addAll(row.keySet());
            rows.add(row);
        }
        StringBuilder text = new StringBuilder();
        try (CSVPrinter csv = new CSVPrinter(text, CSV)) {
            List<Object> head = new ArrayList<>(List.of("time", "run"));
            head.addAll(metrics);
            csv.printRecord(head);
            for (int i = 0; i < runs.size(); i++) {
                List<Object> record = new ArrayList<>(List.of(
                        runs.get(i).run().info().start().toString(),
                        runs.get(i).run().info().id()));
                for (String metric : metrics) {
                    record.add(rows.get(i).get(metric));
                }
                csv.printRecord(record);
            }
        }
        return text.toString();
    }

    private static String metric(CurveIndex curve, CurvePoint point) {
        Cell.Payload payload = curve.payload();
        return String.join(
                ".",
                curve.service().name(),
                payload.bytes() + "B",
                "e" + payload.elements(),
                "d" + payload.depth(),
                "CR" + point.concurrency(),
                "tps");
    }

    private static String plain(double number) {
        return IndexColumn.rounded(number).map(BigDecimal::toPlainString).orElse(null);
    }
}
