// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.profile;

import java.util.List;

/**
 * Where something was seen, and how much of it.
 *
 * @param kind of what
 * @param thread its name
 * @param frames from the outermost to the innermost
 * @param what the class that was allocated, or whose object was waited for; empty for samples of time
 * @param weight samples, bytes, or nanoseconds, by the kind
 */
public record Stack(Kind kind, String thread, List<Frame> frames, String what, long weight) {
    /** Copies. */
    public Stack {
        frames = List.copyOf(frames);
    }

    /** What profilers see. */
    public enum Kind {
        /** Samples on a processor. */
        TIME("time on a processor"),
        /** Bytes allocated. */
        ALLOCATION("allocation"),
        /** Nanoseconds in which a thread waited for a monitor or lock that another held. */
        LOCK("waiting for locks"),
        /** Nanoseconds in which a thread was parked, for whatever reason: mostly for want of work. */
        PARK("parked");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** For titles. */
        public String label() {
            return label;
        }
    }
}
