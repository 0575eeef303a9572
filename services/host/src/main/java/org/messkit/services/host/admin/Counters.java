// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.host.admin;

import java.util.concurrent.atomic.LongAdder;

/** What the service port has seen since the start. Thread-safe. */
final class Counters {
    private static final int CLASSES = 6;

    final LongAdder requests = new LongAdder();
    private final LongAdder[] responses = new LongAdder[CLASSES];

    Counters() {
        for (int i = 0; i < CLASSES; i++) {
            responses[i] = new LongAdder();
        }
    }

    /** Counts an answer by the first digit of its status; what has none is in class 0. */
    void answered(int status) {
        int statusClass = status / 100;
        responses[statusClass > 0 && statusClass < CLASSES ? statusClass : 0].increment();
    }

    long answeredInClass(int statusClass) {
        return responses[statusClass].sum();
    }

    /** Requests that have arrived and are not answered yet. */
    long inFlight() {
        long answered = 0;
        for (LongAdder response : responses) {
            answered += response.sum();
        }
        return requests.sum() - answered;
    }
}
