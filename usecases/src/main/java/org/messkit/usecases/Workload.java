// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.usecases;

/**
 * What a stateful use case starts from, and what is done to it.
 *
 * @param orders messages per payload that are there before the first request and that nobody changes, 0 or more
 * @param mix operations and their weights, for example {@code insert 10 get 90}; empty for the use case's own
 */
public record Workload(int orders, String mix) {
    /** For stateless use cases. */
    public static final Workload NONE = new Workload(0, "");
}
