// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.report;

import java.util.List;
import org.messkit.results.index.table.Numbers;
import org.messkit.results.index.table.PayloadNames;
import org.messkit.results.log.Cell;

/** Cells of stateful services: what was kept before, what should be kept, and what is. */
final class StoredTable {
    private final Html html = new Html();
    private final PayloadNames names;

    private StoredTable(PayloadNames names) {
        this.names = names;
    }

    /** The table, or a sentence where no service keeps anything. */
    static String of(List<Cell> cells) {
        List<Cell> stateful = cells.stream()
                .filter(cell -> cell.figures().flatMap(Cell.Figures::stored).isPresent())
                .toList();
        return stateful.isEmpty()
                ? "<p class=\"empty\">No service of this run keeps data.</p>"
                : new StoredTable(PayloadNames.of(cells)).render(stateful);
    }

    private String render(List<Cell> cells) {
        html.open("table class=\"sortable\"");
        html.columnHeads(
                "#Cell",
                "Service",
                "#Payload (bytes)",
                "#CR",
                "#Fork",
                "Outcome",
                "#Rows before",
                "#Rows expected",
                "#Rows after",
                "Checksum",
                "#Bytes before",
                "#Bytes after",
                "#Bytes per row");
        html.open("tbody").line();
        cells.forEach(
                cell -> row(cell, cell.figures().flatMap(Cell.Figures::stored).orElseThrow()));
        return html.close("tbody").close("table").toString();
    }

    private void row(Cell cell, Cell.Stored stored) {
        html.open("tr");
        whole(cell.id());
        html.rowHead(cell.service().name());
        html.number(names.of(cell), cell.payload().bytes());
        whole(cell.load().concurrency());
        whole(cell.fork());
        html.open("td").raw(CellTable.outcome(cell.outcome())).close("td");
        whole(stored.rowsBefore());
        whole(stored.rowsExpected());
        whole(stored.rowsAfter());
        html.element("td", stored.checksumExpected() == stored.checksumAfter() ? "as expected" : "differs");
        whole(stored.bytesBefore());
        whole(stored.bytesAfter());
        stored.bytesPerRow().ifPresentOrElse(bytes -> whole(Math.round(bytes)), html::none);
        html.close("tr").line();
    }

    private void whole(long number) {
        html.number(Numbers.whole(number), number);
    }
}
