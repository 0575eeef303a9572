// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.profile;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * What JMH says of one fork of one benchmark.
 *
 * @param score mean over the iterations: operations per second in the mode {@code thrpt}, seconds per operation in {@code sample}
 * @param allocated bytes per operation, if it was counted
 * @param percentiles seconds per operation by percent, in the mode {@code sample}; else empty
 */
public record JmhScore(double score, OptionalDouble allocated, Map<Double, Double> percentiles) {
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    /** Copies. */
    public JmhScore {
        percentiles = new TreeMap<>(percentiles);
    }

    /**
     * Reads JMH's own file of one fork.
     *
     * @throws IOException naming the file, if it is not that
     */
    public static JmhScore read(Path json) throws IOException {
        try (Reader in = Files.newBufferedReader(json)) {
            JsonArray results = JsonParser.parseReader(in).getAsJsonArray();
            if (results.size() != 1) {
                throw new IOException("one benchmark was expected, got: " + results.size() + " (" + json + ")");
            }
            JsonObject metric = results.get(0).getAsJsonObject().getAsJsonObject("primaryMetric");
            JsonObject secondary = results.get(0).getAsJsonObject().getAsJsonObject("secondaryMetrics");
            List<Double> iterations = new ArrayList<>();
            Map<Double, Double> percentiles = new TreeMap<>();
            if (metric.has("rawData")) {
                JsonArray forks = metric.getAsJsonArray("rawData");
                if (forks.size() != 1) {
                    throw new IOException("one fork was expected, got: " + forks.size() + " (" + json + ")");
                }
                forks.get(0).getAsJsonArray().forEach(value -> iterations.add(value.getAsDouble()));
            } else {
                iterations.add(metric.get("score").getAsDouble());
                for (Map.Entry<String, JsonElement> p :
                        metric.getAsJsonObject("scorePercentiles").entrySet()) {
                    percentiles.put(Double.valueOf(p.getKey()), p.getValue().getAsDouble());
                }
            }
            double score = iterations.stream()
                    .mapToDouble(Double::doubleValue)
                    .average()
                    .orElseThrow(() -> new IOException("there is no iteration (" + json + ")"));
            return new JmhScore(
                    score,
                    secondary.has(ALLOCATED)
                            ? OptionalDouble.of(secondary
                                    .getAsJsonObject(ALLOCATED)
                                    .get("score")
                                    .getAsDouble())
                            : OptionalDouble.empty(),
                    percentiles);
        } catch (JsonParseException | IllegalStateException | NullPointerException | NumberFormatException e) {
            throw new IOException("not a result of JMH: " + json, e);
        }
    }
}
