// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.verdict;

/** What limits a level or a curve. */
public sealed interface Verdict {
    /** The verdict in reports. */
    String label();

    /** The service is at its limit. */
    record ServerBound(Resource resource) implements Verdict {
        @Override
        public String label() {
            return "server-bound: " + resource.label();
        }
    }

    /** The TestNode is the limit: the figure says nothing of the service. */
    record ConsumerBound() implements Verdict {
        @Override
        public String label() {
            return "consumer-bound";
        }
    }

    /** The link is full. */
    record NetworkBound() implements Verdict {
        @Override
        public String label() {
            return "network-bound";
        }
    }

    /** The service could do more. */
    record UnderDriven() implements Verdict {
        @Override
        public String label() {
            return "under-driven";
        }
    }

    /** More requests only wait. */
    record OverDriven() implements Verdict {
        @Override
        public String label() {
            return "over-driven";
        }
    }

    /** What was asked before makes what is asked now cheaper. */
    record ProbablyStateful() implements Verdict {
        @Override
        public String label() {
            return "probably stateful";
        }
    }

    /** What was recorded does not tell. */
    record Undecided() implements Verdict {
        @Override
        public String label() {
            return "undecided";
        }
    }

    /** What a service can run out of. */
    enum Resource {
        /** Processor time. */
        CPU("CPU"),
        /** A monitor or lock that requests wait for. */
        LOCK("lock"),
        /** A pool of connections, parsers, threads. */
        POOL("pool"),
        /** Time for garbage collection. */
        GC("garbage collection"),
        /** The disk. */
        DISK("disk");

        private final String label;

        Resource(String label) {
            this.label = label;
        }

        /** The resource in reports. */
        public String label() {
            return label;
        }
    }
}
