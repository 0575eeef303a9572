// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.files;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.messkit.results.index.Assumptions;
import org.messkit.results.index.CurveIndex;
import org.messkit.results.index.LevelIndex;
import org.messkit.results.index.Limited;
import org.messkit.results.index.PayloadIndex;
import org.messkit.results.index.RunIndex;
import org.messkit.results.index.Unmeasured;
import org.messkit.results.index.cells.Drift;
import org.messkit.results.index.curve.AnswerTimes;
import org.messkit.results.index.curve.CurvePoint;
import org.messkit.results.index.curve.PayloadCurve;
import org.messkit.results.index.table.Markdown;
import org.messkit.results.index.table.Sheet;
import org.messkit.results.index.table.Sheets;
import org.messkit.results.index.verdict.Finding;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Problem;
import org.messkit.results.log.Run;
import org.messkit.results.log.WholeFile;

/**
 * {@code index.csv}, {@code index.json}, {@code index.md} and the folder {@code tables} in the run's folder: the same values in the
 * same order, in every locale. The CSV has a row per service and payload, those without a measured level last; the JSON has beside it each level, answer-time limit and
 * payload step; no figure is an empty field, or null. What people read, with fewer digits, is in the Markdown, in {@code tables} as a
 * CSV file for each table, and in the JSON once more.
 */
public final class IndexFiles {
    /**
     * Of {@code index.json}; {@code index.csv} says by its first line what it has. Raised where a reader of the old one would miss a field or
     * take one for another. 2: the law's peak and the cost by what the reader assumes, in place of halves and of 1,000 TPS; all columns
     * in {@code unmeasured}; {@code levels_in_no_curve}. 3: levels of the view {@code B_OR_C}, and figures of the law that are empty beyond twice
     * what was measured. Nothing reads it back: {@code report} and {@code compare} judge the run's cells anew.
     */
    static final String FORMAT = "3";

    private static final CSVFormat CSV =
            CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();
    static final Gson GSON = new GsonBuilder()
            .setPrettyPrinting()
            .serializeNulls()
            .disableHtmlEscaping()
            .create();

    private IndexFiles() {}

    /**
     * Writes the files, each in place of an older one.
     *
     * @throws IOException naming the file that cannot be written
     */
    public static void write(RunIndex index) throws IOException {
        List<Sheet> sheets = Sheets.of(index);
        write(index, "index.csv", csv(index));
        write(index, "index.json", json(index, sheets));
        write(
                index,
                "index.md",
                Markdown.of("Scalability Index of " + index.run().info().id(), damage(index.run()), sheets));
        SheetFiles.write(index.run().folder().resolve(SheetFiles.FOLDER), sheets);
    }

    /** Nobody should see a figure before these. */
    private static List<String> damage(Run run) {
        return run.problems().stream()
                .map(problem -> "Damaged, and in no figure: " + problem.text())
                .toList();
    }

    private static JsonArray problems(Run run) {
        JsonArray problems = new JsonArray();
        for (Problem problem : run.problems()) {
            JsonObject json = new JsonObject();
            json.addProperty("file", problem.file());
            add(json, "line", problem.line() > 0 ? Optional.of(problem.line()) : Optional.empty());
            json.addProperty("what", problem.what());
            problems.add(json);
        }
        return problems;
    }

    private static void write(RunIndex index, String file, String text) throws IOException {
        WholeFile.write(index.run().folder().resolve(file), out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    static String csv(RunIndex index) throws IOException {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter csv = new CSVPrinter(text, CSV)) {
            csv.printRecord(IndexColumn.ALL.stream().map(IndexColumn::name));
            for (CurveIndex curve : index.curves()) {
                csv.printRecord(IndexColumn.ALL.stream()
                        .map(c -> c.value().apply(index.assumed(), curve))
                        .map(v -> v.map(IndexFiles::plain).orElse(null)));
            }
            for (Unmeasured none : index.unmeasured()) {
                csv.printRecord(IndexColumn.ALL.stream()
                        .map(c -> c.unmeasured().apply(none))
                        .map(v -> v.map(IndexFiles::plain).orElse(null)));
            }
        }
        return text.toString();
    }

    private static String plain(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    static String json(RunIndex index, List<Sheet> sheets) {
        JsonObject root = new JsonObject();
        root.addProperty("format", FORMAT);
        root.addProperty("run", index.run().info().id());
        root.add("problems", problems(index.run()));
        JsonArray curves = new JsonArray();
        index.curves().forEach(curve -> curves.add(curve(index.assumed(), curve)));
        root.add("curves", curves);
        JsonArray unmeasured = new JsonArray();
        index.unmeasured().forEach(none -> unmeasured.add(unmeasured(none)));
        root.add("unmeasured", unmeasured);
        JsonArray others = new JsonArray();
        index.others().forEach(other -> others.add(other(other)));
        root.add("levels_in_no_curve", others);
        JsonArray payloads = new JsonArray();
        index.payloads().forEach(payload -> payloads.add(payload(payload)));
        root.add("payloads", payloads);
        JsonArray drifts = new JsonArray();
        Drift.of(index.run().cells()).forEach(drift -> drifts.add(drift(drift)));
        root.add("drift", drifts);
        root.add("tables", SheetFiles.json(sheets));
        return GSON.toJson(root) + "\n";
    }

    private static JsonObject unmeasured(Unmeasured none) {
        JsonObject json = new JsonObject();
        IndexColumn.ALL.forEach(
                column -> add(json, column.name(), column.unmeasured().apply(none)));
        return json;
    }

    private static JsonObject other(LevelIndex other) {
        JsonObject json = new JsonObject();
        json.addProperty("service", other.service().name());
        json.addProperty("payload_bytes", other.payload().bytes());
        json.addProperty("elements", other.payload().elements());
        json.addProperty("depth", other.payload().depth());
        json.addProperty("answer", other.payload().answer());
        add(json, "share", IndexColumn.share(other.payload(), Cell.Payload::share));
        add(json, "invalid_share", IndexColumn.share(other.payload(), Cell.Payload::invalid));
        json.addProperty("load", other.load().model());
        json.addProperty("concurrency", other.load().concurrency());
        add(json, "rate", other.load().rate().flatMap(IndexColumn::rounded));
        json.addProperty("outcome", other.outcome());
        add(json, "tps", rounded(other.tps()));
        add(json, other.finding());
        return json;
    }

    private static JsonObject curve(Assumptions assumed, CurveIndex curve) {
        JsonObject json = new JsonObject();
        IndexColumn.ALL.forEach(
                column -> add(json, column.name(), column.value().apply(assumed, curve)));
        JsonArray levels = new JsonArray();
        for (int i = 0; i < curve.levels().size(); i++) {
            levels.add(
                    level(curve, curve.curve().points().get(i), curve.levels().get(i)));
        }
        json.add("levels_measured", levels);
        JsonArray limited = new JsonArray();
        for (Limited l : curve.limited()) {
            JsonObject level = new JsonObject();
            level.addProperty("concurrency", l.point().concurrency());
            add(level, l.finding());
            limited.add(level);
        }
        json.add("levels_limited_by_testnode", limited);
        JsonArray limits = new JsonArray();
        for (AnswerTimes.Step step : curve.answerTimes().steps()) {
            JsonObject limit = new JsonObject();
            add(limit, "p99_limit_ms", IndexColumn.rounded(step.limitMillis()));
            add(limit, "tps", rounded(step.tps()));
            add(limit, "last_success_concurrency", step.lastSuccess());
            add(limit, "first_failure_concurrency", step.firstFailure());
            limits.add(limit);
        }
        json.add("answer_time_limits", limits);
        return json;
    }

    private static JsonObject level(CurveIndex curve, CurvePoint p, Finding finding) {
        JsonObject json = new JsonObject();
        json.addProperty("concurrency", p.concurrency());
        add(json, "tps", IndexColumn.rounded(p.tps()));
        add(json, "tps_low", p.interval().flatMap(i -> IndexColumn.rounded(i.low())));
        add(json, "tps_high", p.interval().flatMap(i -> IndexColumn.rounded(i.high())));
        json.addProperty("forks", p.forks());
        add(json, "perfect_tps", IndexColumn.rounded(curve.curve().perfectTps(p.concurrency())));
        json.addProperty("view", curve.curve().view(p.concurrency()).name());
        add(json, "service_time_mean_ms", IndexColumn.rounded(p.meanMillis()));
        add(json, "service_time_p99_ms", rounded(p.p99Millis()));
        add(json, finding);
        return json;
    }

    private static void add(JsonObject json, Finding finding) {
        json.addProperty("verdict", finding.verdict().label());
        json.addProperty("rule", finding.rule());
        json.addProperty("numbers", finding.numbers());
        json.addProperty("next", finding.next());
    }

    private static JsonObject payload(PayloadIndex payload) {
        JsonObject json = new JsonObject();
        json.addProperty("service", payload.service().name());
        json.addProperty("answer", payload.answer());
        json.addProperty("concurrency", payload.curve().concurrency());
        JsonArray steps = new JsonArray();
        for (PayloadCurve.Step step : payload.curve().steps()) {
            JsonObject s = new JsonObject();
            s.addProperty("from_bytes", step.fromBytes());
            s.addProperty("to_bytes", step.toBytes());
            add(s, "data_factor", IndexColumn.rounded(step.data()));
            add(s, "tps_drop_factor", IndexColumn.rounded(step.drop()));
            add(s, "beyond_proportion", IndexColumn.rounded(step.excess()));
            s.addProperty("reading", step.reading().label());
            s.addProperty("next", step.next());
            steps.add(s);
        }
        json.add("steps", steps);
        return json;
    }

    private static JsonObject drift(Drift drift) {
        JsonObject json = new JsonObject();
        json.addProperty("service", drift.last().service().name());
        json.addProperty("fork", drift.last().fork());
        json.addProperty("first_cell", drift.first().id());
        json.addProperty("last_cell", drift.last().id());
        add(json, "first_tps", IndexColumn.rounded(drift.firstTps()));
        add(json, "last_tps", IndexColumn.rounded(drift.lastTps()));
        add(json, "ratio", IndexColumn.rounded(drift.ratio()));
        return json;
    }

    private static Optional<BigDecimal> rounded(OptionalDouble number) {
        return number.isPresent() ? IndexColumn.rounded(number.getAsDouble()) : Optional.empty();
    }

    static void add(JsonObject json, String name, Optional<?> value) {
        if (value.isEmpty()) {
            json.add(name, JsonNull.INSTANCE);
        } else if (value.get() instanceof Number number) {
            json.add(name, new JsonPrimitive(number));
        } else {
            json.addProperty(name, value.get().toString());
        }
    }
}
