// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.law;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Published data of the tests, with their source in the first line. */
final class Data {
    private Data() {}

    static List<Level> levels(String file) {
        return rows(file).stream().map(r -> new Level(r[0], r[1])).toList();
    }

    static List<double[]> rows(String file) {
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(Data.class.getResourceAsStream(file), StandardCharsets.UTF_8))) {
            return in.lines()
                    .filter(line -> line.matches("-?[0-9].*"))
                    .map(line -> Arrays.stream(line.split(","))
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
