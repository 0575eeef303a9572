// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.files;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
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
import org.messkit.results.index.table.ComparisonSheets;
import org.messkit.results.log.Cell;
import org.messkit.results.series.Interval;

/** Comparisons as CSV and JSON, and runs as CSV in the columns of Apache Otava. */
public final class ComparisonFiles {
    /** Of the JSON; its fields change on their own, not with those of the index. */
    private static final String FORMAT = "1";

    private static final CSVFormat CSV =
            CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

    private static final List<String> COLUMNS = List.of(
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
            "answer",
            "cells",
            "normalised_ratio",
            "share",
            "invalid_share");

    private ComparisonFiles() {}

    /**
     * A row per pair, then one per geometric mean, whose cells are more than one and which has no payload and level of its own; no figure
     * is an empty field.
     */
    public static String of(List<Comparison> comparisons) throws IOException {
        List<Map<String, Object>> rows = rows(comparisons);
        StringBuilder text = new StringBuilder();
        try (CSVPrinter csv = new CSVPrinter(text, CSV)) {
            csv.printRecord(COLUMNS);
            for (Map<String, Object> row : rows) {
                csv.printRecord(COLUMNS.stream().map(row::get).map(ComparisonFiles::plain));
            }
        }
        return text.toString();
    }

    /** The same rows as JSON, with the tables that people read. */
    public static String json(List<Comparison> comparisons) {
        JsonObject root = new JsonObject();
        root.addProperty("format", FORMAT);
        JsonArray rows = new JsonArray();
        for (Map<String, Object> row : rows(comparisons)) {
            JsonObject json = new JsonObject();
            COLUMNS.forEach(column -> IndexFiles.add(json, column, Optional.ofNullable(row.get(column))));
            rows.add(json);
        }
        root.add("ratios", rows);
        root.add("tables", SheetFiles.json(ComparisonSheets.of(comparisons)));
        return IndexFiles.GSON.toJson(root) + "\n";
    }

    private static List<Map<String, Object>> rows(List<Comparison> comparisons) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Comparison c : comparisons) {
            c.pairs().forEach(p -> rows.add(row(c, p)));
            c.means().forEach(m -> rows.add(row(c, m)));
        }
        return rows;
    }

    private static Map<String, Object> row(Comparison c, Pair p) {
        Map<String, Object> row = row(c, p.one().name(), p.other().name(), 1, p.ratio());
        row.put("payload_bytes", p.payload().bytes());
        row.put("elements", p.payload().elements());
        row.put("depth", p.payload().depth());
        row.put("answer", p.payload().answer());
        row.put("share", IndexColumn.share(p.payload(), Cell.Payload::share).orElse(null));
        row.put(
                "invalid_share",
                IndexColumn.share(p.payload(), Cell.Payload::invalid).orElse(null));
        row.put("concurrency", p.concurrency());
        row.put("tps", rounded(p.one().tps()));
        row.put("other_tps", rounded(p.other().tps()));
        row.put("forks", p.one().forks());
        row.put("other_forks", p.other().forks());
        row.put("words", p.words());
        p.judgement().ifPresent(j -> {
            interval(row, j.ratio().interval());
            row.put("rank", c.rank(p.one().name(), p));
            row.put("other_rank", c.rank(p.other().name(), p));
        });
        return row;
    }

    private static Map<String, Object> row(Comparison c, Comparison.Mean m) {
        Map<String, Object> row = row(c, m.one(), m.other(), m.cells(), m.ratio());
        row.put("words", "geometric mean");
        m.interval().ifPresent(ratio -> interval(row, ratio.interval()));
        return row;
    }

    private static Map<String, Object> row(Comparison c, String one, String other, int cells, double ratio) {
        Map<String, Object> row = new HashMap<>();
        row.put("comparison", c.title());
        row.put("one", one);
        row.put("other", other);
        row.put("cells", cells);
        row.put("ratio", rounded(ratio));
        c.speed().ifPresent(speed -> row.put("normalised_ratio", rounded(ratio / speed)));
        return row;
    }

    private static void interval(Map<String, Object> row, Interval interval) {
        row.put("ratio_low", rounded(interval.low()));
        row.put("ratio_high", rounded(interval.high()));
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
                    row.put(metric(curve, p), rounded(p.tps()).toPlainString());
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
                "d" + payload.depth() + shares(payload),
                "CR" + point.concurrency(),
                payload.inFull() ? "full.tps" : "tps");
    }

    /** Nothing where none was asked for: then a metric has the name that it had before there were shares in it. */
    private static String shares(Cell.Payload payload) {
        return payload.share().map(s -> ".s" + Cell.Payload.digits(s)).orElse("")
                + payload.invalid().map(s -> ".i" + Cell.Payload.digits(s)).orElse("");
    }

    private static BigDecimal rounded(double number) {
        return IndexColumn.rounded(number).orElse(null);
    }

    private static Object plain(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value;
    }
}
