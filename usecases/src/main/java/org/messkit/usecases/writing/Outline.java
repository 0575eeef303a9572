// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.usecases.writing;

import java.util.ArrayList;
import java.util.List;
import org.messkit.usecases.Payload;

/**
 * The sizes that a message of one use case is made of, in bytes and elements.
 *
 * @param frame the message without units, with an empty filler, at its longest
 * @param depth nesting of a message with units, without further levels
 * @param unit what is repeated, at its natural length
 * @param leastUnitBytes the shortest that a unit can be
 * @param level what makes one further level of nesting
 * @param spare what one single element adds
 */
public record Outline(Size frame, int depth, Size unit, int leastUnitBytes, Nesting level, Size spare) {
    /** Services refuse nesting beyond 100 unless told otherwise, and an envelope takes two. */
    public static final int GREATEST_DEPTH = 96;

    /** Length in bytes and number of elements. */
    public record Size(int bytes, int elements) {
        Size times(int count) {
            return new Size(Math.multiplyExact(bytes, count), Math.multiplyExact(elements, count));
        }

        Size plus(Size other) {
            return new Size(Math.addExact(bytes, other.bytes), Math.addExact(elements, other.elements));
        }
    }

    /**
     * How a message gets deeper.
     *
     * @param added what one level adds around units
     * @param units how many units each level needs, those that are nested in one another
     */
    public record Nesting(Size added, int units) {
        /** Units stand in one another. */
        public static final Nesting OF_UNITS = new Nesting(new Size(0, 0), 1);

        /** Elements are put around units. */
        public static Nesting by(Size added) {
            return new Nesting(added, 0);
        }
    }

    /** What stands in the way of a payload, each with bound and value; empty if it {@linkplain #fit fits}. */
    public List<String> problems(Payload payload) {
        List<String> problems = new ArrayList<>();
        if (payload.depth() != 0 && payload.depth() < depth) {
            problems.add("depth must be 0 or at least " + depth + ", got: " + payload.depth());
        }
        if (payload.depth() > GREATEST_DEPTH) {
            problems.add("depth must be at most " + GREATEST_DEPTH + ", got: " + payload.depth());
        }
        if (!problems.isEmpty()) {
            return problems;
        }
        Size fixed = fixed(payload);
        int leastElements = fixed.elements + leastUnits(payload) * unit.elements;
        int leastBytes = fixed.bytes + leastUnits(payload) * leastUnitBytes;
        if (payload.elements() != 0 && payload.elements() < leastElements) {
            problems.add("elements must be 0 or at least " + leastElements + ", got: " + payload.elements());
        } else if (payload.bytes() < leastBytes) {
            problems.add("bytes must be at least " + leastBytes + ", got: " + payload.bytes());
        } else if (payload.elements() != 0) {
            long needed = leastBytesFor(payload.elements(), fixed);
            if (payload.bytes() < needed) {
                problems.add("bytes must be at least " + needed + " for " + payload.elements() + " elements, got: "
                        + payload.bytes());
            }
        }
        return problems;
    }

    /** How the payload is filled; it must have no {@linkplain #problems problems}. */
    public Fit fit(Payload payload) {
        Size fixed = fixed(payload);
        int left = payload.bytes() - fixed.bytes;
        int levels = levels(payload);
        if (payload.elements() == 0) {
            int units = Math.max(leastUnits(payload), left / unit.bytes);
            int unitBytes = Math.min(unit.bytes, left / units);
            // What is left for text is less than a unit; as many elements go with it as elsewhere, or small messages
            // would have fewer tokens per byte.
            long rest = left - (long) units * unitBytes;
            int spares = (int) (rest * unit.elements / unit.bytes);
            return new Fit(units, unitBytes, spares, levels);
        }
        int more = payload.elements() - fixed.elements;
        int units = more / unit.elements;
        int spares = more % unit.elements;
        return new Fit(units, Math.min(unit.bytes, (left - spares * spare.bytes) / units), spares, levels);
    }

    private long leastBytesFor(int elements, Size fixed) {
        int more = elements - fixed.elements;
        long units = more / unit.elements;
        return fixed.bytes + units * leastUnitBytes + (long) (more % unit.elements) * spare.bytes;
    }

    private int levels(Payload payload) {
        return payload.depth() == 0 ? 0 : payload.depth() - depth;
    }

    private int leastUnits(Payload payload) {
        return 1 + levels(payload) * level.units;
    }

    private Size fixed(Payload payload) {
        return frame.plus(level.added.times(levels(payload)));
    }
}
