// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.log;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * The levels at which services are to be measured, as a calibration found and measured them: the file {@code calibration.xml}.
 *
 * @param run folder's name of the calibration
 * @param ranges one per service and payload
 */
public record Calibration(String run, List<Range> ranges) {
    /** Its file in a run's folder. */
    public static final String FILE = "calibration.xml";

    /** Copies. */
    public Calibration {
        ranges = List.copyOf(ranges);
    }

    /**
     * What is known of one service and payload.
     *
     * @param service its name
     * @param payload as it was measured
     * @param levels to be measured, rising
     * @param from where the optimum range begins: the last measured level below the knee; empty where the top was not reached
     * @param knee within that range; empty likewise
     * @param to the last measured level of the range; empty likewise
     * @param best measured level of the most TPS, by the law where one is shown
     * @param tps that was measured there
     * @param limit what limits it, for the user
     * @param doubt why the search was not sure of the knee, for the user; empty where it was, and in files from before this was written
     */
    public record Range(
            String service,
            Cell.Payload payload,
            List<Integer> levels,
            OptionalInt from,
            OptionalDouble knee,
            OptionalInt to,
            int best,
            double tps,
            String limit,
            Optional<String> doubt) {
        /** Copies. */
        public Range {
            levels = List.copyOf(levels);
        }

        /** What a measurement alone says, which knows of no doubt. */
        public Range(
                String service,
                Cell.Payload payload,
                List<Integer> levels,
                OptionalInt from,
                OptionalDouble knee,
                OptionalInt to,
                int best,
                double tps,
                String limit) {
            this(service, payload, levels, from, knee, to, best, tps, limit, Optional.empty());
        }

        /** The same, with what the search says of its knee. */
        public Range doubted(Optional<String> why) {
            return new Range(service, payload, levels, from, knee, to, best, tps, limit, why);
        }
    }

    /**
     * Reads a file.
     *
     * @throws IOException in one line for the user
     */
    public static Calibration read(Path file) throws IOException {
        Element root = CheckedXml.read(file, "calibration");
        return new Calibration(
                root.getAttribute("run"),
                CheckedXml.children(root, "range").stream()
                        .map(Calibration::range)
                        .toList());
    }

    private static Range range(Element e) {
        return new Range(
                e.getAttribute("service"),
                new Cell.Payload((int) CheckedXml.whole(e, "bytes"), (int) CheckedXml.whole(e, "elements"), (int)
                        CheckedXml.whole(e, "depth")),
                Stream.of(e.getAttribute("levels").split(" "))
                        .map(Integer::valueOf)
                        .toList(),
                level(e, "from"),
                CheckedXml.optional(e, "knee")
                        .map(knee -> OptionalDouble.of(Double.parseDouble(knee)))
                        .orElse(OptionalDouble.empty()),
                level(e, "to"),
                (int) CheckedXml.whole(e, "best"),
                CheckedXml.number(e, "tps"),
                e.getAttribute("limit"),
                CheckedXml.optional(e, "doubt"));
    }

    private static OptionalInt level(Element e, String name) {
        Optional<Integer> level = CheckedXml.optional(e, name).map(Integer::valueOf);
        return level.isPresent() ? OptionalInt.of(level.get()) : OptionalInt.empty();
    }

    /** Writes the file, in place of an older one. */
    public void write(Path file) throws IOException {
        WholeFile.write(
                file,
                out -> XmlFile.write(
                        out,
                        document -> document.root("calibration", Map.of("run", run), xml -> {
                            for (Range range : ranges) {
                                xml.empty("range", attributes(range));
                            }
                        })));
    }

    private static Map<String, Object> attributes(Range range) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("service", range.service());
        attributes.put("bytes", range.payload().bytes());
        attributes.put("elements", range.payload().elements());
        attributes.put("depth", range.payload().depth());
        attributes.put("levels", range.levels().stream().map(String::valueOf).collect(Collectors.joining(" ")));
        range.from().ifPresent(from -> attributes.put("from", from));
        range.knee().ifPresent(knee -> attributes.put("knee", knee));
        range.to().ifPresent(to -> attributes.put("to", to));
        attributes.put("best", range.best());
        attributes.put("tps", range.tps());
        attributes.put("limit", range.limit());
        range.doubt().ifPresent(doubt -> attributes.put("doubt", doubt));
        return attributes;
    }
}
