// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.log;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** {@code summary.csv}: a header, then one row per cell and fork. Units are in the names; no figure is an empty field. */
public final class SummaryCsv {
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

    private SummaryCsv() {}

    /** Writes header and rows, the same in every locale; neither flushes nor closes. */
    public static void write(List<Cell> cells, Appendable out) throws IOException {
        // A printer has nothing of its own to close: it would close what is the caller's.
        @SuppressWarnings("resource")
        CSVPrinter csv = new CSVPrinter(out, FORMAT);
        csv.printRecord(SummaryColumn.ALL.stream().map(SummaryColumn::name));
        for (Cell cell : cells) {
            csv.printRecord(
                    SummaryColumn.ALL.stream().map(column -> text(column.value().apply(cell))));
        }
    }

    /** Writes rows as they are; neither flushes nor closes. */
    static void rows(List<List<String>> rows, Appendable out) throws IOException {
        @SuppressWarnings("resource")
        CSVPrinter csv = new CSVPrinter(out, FORMAT);
        csv.printRecords(rows);
    }

    private static String text(Optional<?> value) {
        return value.map(v -> v instanceof java.math.BigDecimal number ? number.toPlainString() : v.toString())
                .orElse(null);
    }
}
