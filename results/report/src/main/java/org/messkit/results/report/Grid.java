// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.messkit.loads.ClosedLoad;
import org.messkit.results.index.CurveIndex;
import org.messkit.results.index.RunIndex;
import org.messkit.results.index.curve.CurvePoint;
import org.messkit.results.index.table.Numbers;
import org.messkit.results.log.Cell;

/**
 * A run's cells of closed load as points of services, panels and levels.
 *
 * @param services in the order of their names, the rig's ceiling last
 * @param panels in the order of their bytes
 * @param levels concurrent requests, rising
 * @param points every one that has a cell, measured or not, in the order of service, panel and level
 * @param curves the judgement of each line that has a measured level
 * @param forks highest number of a fork, 0 if there is no cell
 */
record Grid(
        List<Service> services,
        List<Panel> panels,
        List<Integer> levels,
        List<Point> points,
        List<CurveIndex> curves,
        int forks) {

    /**
     * A service.
     *
     * @param ceiling whether it does no work of its own, so that its TPS is the rig's ceiling
     */
    record Service(String name, String binding, boolean ceiling) {
        static Service of(Cell cell) {
            Cell.Service s = cell.service();
            return new Service(s.name(), s.binding(), s.isCeiling());
        }
    }

    /**
     * A payload, as all services have it. Elements and depth differ by use case and are 0, unless one service was asked the
     * same bytes in several shapes.
     */
    record Panel(Cell.Payload payload) {
        int bytes() {
            return payload.bytes();
        }

        String label() {
            String shape = payload.depth() == 0
                    ? ""
                    : ", " + Numbers.whole(payload.elements()) + " elements, depth " + payload.depth();
            String shares = payload.shares().isEmpty() ? "" : ", " + payload.shares();
            return Numbers.bytes(bytes()) + shape + shares + (payload.inFull() ? ", full answer" : "");
        }

        private boolean holds(Cell.Payload p) {
            return payload.equals(payload.depth() == 0 ? p.shaped(0, 0) : p);
        }
    }

    static Grid of(RunIndex index) {
        List<Cell> cells = index.run().cells();
        List<Cell> closed =
                cells.stream().filter(cell -> cell.load() instanceof ClosedLoad).toList();
        boolean shaped = shaped(closed);
        Map<List<Object>, List<Cell>> byPoint = new LinkedHashMap<>();
        for (Cell cell : closed) {
            List<Object> key =
                    List.of(Service.of(cell), panel(cell, shaped), cell.load().concurrency());
            byPoint.computeIfAbsent(key, k -> new ArrayList<>()).add(cell);
        }
        List<Point> points = new ArrayList<>();
        byPoint.forEach((key, forks) -> {
            Service service = (Service) key.get(0);
            Panel panel = (Panel) key.get(1);
            int concurrency = (Integer) key.get(2);
            Optional<CurvePoint> level =
                    curve(index.curves(), service, panel).flatMap(c -> c.curve().at(concurrency));
            points.add(new Point(service, panel, concurrency, forks, level));
        });
        Comparator<Service> byService = Comparator.comparing(Service::ceiling).thenComparing(Service::name);
        Comparator<Panel> byPanel = Comparator.comparing(Panel::bytes)
                .thenComparing(panel -> panel.payload().depth())
                .thenComparing(panel -> panel.payload().elements())
                .thenComparing(panel -> panel.payload().inFull())
                .thenComparing(Panel::payload, Cell.Payload.BY_SHARES);
        points.sort(Comparator.comparing(Point::service, byService)
                .thenComparing(Point::panel, byPanel)
                .thenComparing(Point::concurrency));
        return new Grid(
                points.stream().map(Point::service).distinct().toList(),
                points.stream().map(Point::panel).distinct().sorted(byPanel).toList(),
                points.stream().map(Point::concurrency).distinct().sorted().toList(),
                points,
                index.curves(),
                cells.stream().mapToInt(Cell::fork).max().orElse(0));
    }

    /** The points of one line, by rising concurrency. */
    List<Point> line(Service service, Panel panel) {
        return points.stream()
                .filter(p -> p.service().equals(service) && p.panel().equals(panel))
                .toList();
    }

    /** The judgement of one line; empty if no level of it was measured. */
    Optional<CurveIndex> curve(Service service, Panel panel) {
        return curve(curves, service, panel);
    }

    private static Optional<CurveIndex> curve(List<CurveIndex> curves, Service service, Panel panel) {
        return curves.stream()
                .filter(c -> c.service().name().equals(service.name()) && panel.holds(c.payload()))
                .findFirst();
    }

    /** The measured point of most TPS on a line. */
    Optional<Point> peak(Service service, Panel panel) {
        return line(service, panel).stream().filter(Point::isMeasured).max(Comparator.comparingDouble(p -> p.tps()
                .orElseThrow()));
    }

    /** The rig's peak for as many bytes, by the same binding if the rig was measured with it. */
    Optional<Point> ceiling(Service service, Panel panel) {
        List<Point> peaks = services.stream()
                .filter(Service::ceiling)
                .flatMap(s ->
                        panels.stream().filter(p -> p.bytes() == panel.bytes()).flatMap(p -> peak(s, p).stream()))
                .toList();
        Comparator<Point> byTps = Comparator.comparingDouble(p -> p.tps().orElseThrow());
        return peaks.stream()
                .filter(p -> p.service().binding().equals(service.binding()))
                .max(byTps)
                .or(() -> peaks.stream().max(byTps));
    }

    private static Panel panel(Cell cell, boolean shaped) {
        return new Panel(shaped ? cell.payload() : cell.payload().shaped(0, 0));
    }

    /** Whether elements or depth are an axis of their own: then cells differ in nothing else. */
    private static boolean shaped(List<Cell> cells) {
        Map<List<Object>, Cell.Payload> seen = new LinkedHashMap<>();
        Set<Boolean> clash = new HashSet<>();
        for (Cell c : cells) {
            List<Object> rest =
                    List.of(c.service(), c.payload().shaped(0, 0), c.load().concurrency(), c.fork());
            Cell.Payload other = seen.putIfAbsent(rest, c.payload());
            clash.add(other != null && !other.equals(c.payload()));
        }
        return clash.contains(true);
    }
}
