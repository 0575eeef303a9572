// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JMH's own files as they are read. */
class JmhScoreTest {
    @TempDir
    private Path folder;

    @Test
    void throughputIsTheMeanOverIterations() throws IOException {
        JmhScore score = read("""
                [{"benchmark": "b", "mode": "thrpt",
                  "primaryMetric": {"score": 12.0, "scoreUnit": "ops/s", "rawData": [[10.0, 14.0]]},
                  "secondaryMetrics": {"gc.alloc.rate.norm": {"score": 2048.5, "rawData": [[2048.0, 2049.0]]}}}]
                """);
        assertEquals(12, score.score());
        assertEquals(2048.5, score.allocated().orElseThrow());
        assertTrue(score.percentiles().isEmpty());
    }

    @Test
    void sampleTimeHasPercentiles() throws IOException {
        JmhScore score = read("""
                [{"benchmark": "b", "mode": "sample",
                  "primaryMetric": {"score": 0.25, "scorePercentiles": {"0.0": 0.125, "50.0": 0.2, "99.0": 0.5},
                                    "rawDataHistogram": [[[[0.2, 3]]]]},
                  "secondaryMetrics": {}}]
                """);
        assertEquals(0.25, score.score());
        assertEquals(0.5, score.percentiles().get(99.0));
        assertTrue(score.allocated().isEmpty());
    }

    @Test
    void forksThatCannotBeToldApartAreRefused() {
        assertThrows(IOException.class, () -> read("""
                [{"primaryMetric": {"score": 12.0, "rawData": [[10.0], [14.0]]}, "secondaryMetrics": {}}]
                """));
        assertThrows(IOException.class, () -> read("[]"));
        assertThrows(IOException.class, () -> read("[{}]"));
        assertThrows(IOException.class, () -> read("what?"));
    }

    private JmhScore read(String json) throws IOException {
        return JmhScore.read(Files.writeString(folder.resolve("jmh.json"), json));
    }
}
