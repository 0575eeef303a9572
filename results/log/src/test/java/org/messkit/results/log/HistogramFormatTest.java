// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.Map;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Logs in older versions of the format, written by others, read with the library that reads ours. */
class HistogramFormatTest {
    @ParameterizedTest
    @CsvSource({
        "jHiccup-2.0.6.logV1.hlog,  88, 65964, 1829765119, 1888485375, 1438867590.285",
        "jHiccup-2.0.7S.logV2.hlog, 62, 48761, 1745879039, 1796210687, 1441812279.474"
    })
    void publishedFiguresComeOut(String file, int histograms, long values, long p999, long max, double start) {
        HistogramLogReader log = new HistogramLogReader(getClass().getResourceAsStream("hdr/" + file));
        Histogram sum = new Histogram(3);
        int count = 0;
        for (EncodableHistogram h = log.nextIntervalHistogram(); h != null; h = log.nextIntervalHistogram()) {
            sum.add((Histogram) h);
            count++;
        }
        assertEquals(histograms, count);
        assertEquals(values, sum.getTotalCount());
        assertEquals(p999, sum.getValueAtPercentile(99.9));
        assertEquals(max, sum.getMaxValue());
        assertEquals(start, log.getStartTimeSec());
        log.close();
    }

    @Test
    void tagsAreKeptApart() {
        HistogramLogReader log = new HistogramLogReader(getClass().getResourceAsStream("hdr/tagged-Log.logV2.hlog"));
        Map<String, Histogram> sums = new LinkedHashMap<>();
        for (EncodableHistogram h = log.nextIntervalHistogram(); h != null; h = log.nextIntervalHistogram()) {
            sums.computeIfAbsent(String.valueOf(h.getTag()), tag -> new Histogram(3))
                    .add((Histogram) h);
        }
        assertEquals(2, sums.size());
        assertEquals(sums.get("null"), sums.get("A"));
        assertEquals(
                32_290,
                sums.values().stream().mapToLong(Histogram::getTotalCount).sum());
        log.close();
    }
}
