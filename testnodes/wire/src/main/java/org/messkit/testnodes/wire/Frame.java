// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.wire;

import java.util.List;
import java.util.Objects;
import org.messkit.usecases.Changes;

/** One thing said between controller and TestNode. */
public sealed interface Frame {
    /**
     * Node: I am here.
     *
     * @param version of the kit that the node is of
     * @param pid of its process
     * @param jvm name and version of its JVM
     * @param jvmOptions that it was started with
     * @param processors that its JVM sees
     * @param epochMicros what its wall clock says
     */
    record Hello(String version, long pid, String jvm, List<String> jvmOptions, int processors, long epochMicros)
            implements Frame {
        /** Copies. */
        public Hello {
            Objects.requireNonNull(version, "version");
            Objects.requireNonNull(jvm, "jvm");
            jvmOptions = List.copyOf(jvmOptions);
        }
    }

    /** Controller: prepare this cell. */
    record Order(CellOrder order) implements Frame {
        /** Checks. */
        public Order {
            Objects.requireNonNull(order, "order");
        }
    }

    /**
     * Node: prepared and connected.
     *
     * @param elements in the payload that was generated
     * @param depth of it
     * @param requestBytes of the body that carries it
     */
    record Ready(int elements, int depth, int requestBytes) implements Frame {}

    /** Controller: start at this instant of the wall clock. */
    record Go(long startEpochMicros) implements Frame {}

    /** Controller: end the cell now. */
    record Abort() implements Frame {}

    /** Node: an interval has ended. */
    record Seen(Interval interval) implements Frame {
        /** Checks. */
        public Seen {
            Objects.requireNonNull(interval, "interval");
        }
    }

    /** Node: the cell is over. */
    record Done(CellReport report) implements Frame {
        /** Checks. */
        public Done {
            Objects.requireNonNull(report, "report");
        }
    }

    /** Node: the order cannot be carried out, and why. */
    record Refused(String reason) implements Frame {
        /** Checks. */
        public Refused {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** Controller: store what must be there before the cells of this order. */
    record Store(CellOrder order) implements Frame {
        /** Checks. */
        public Store {
            Objects.requireNonNull(order, "order");
        }
    }

    /** Node: stored; what that does to an empty service. */
    record Stored(Changes changes) implements Frame {
        /** Checks. */
        public Stored {
            Objects.requireNonNull(changes, "changes");
        }
    }
}
