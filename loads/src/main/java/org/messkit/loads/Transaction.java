// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.loads;

/** What one user does again and again. Used by one thread at a time. */
public interface Transaction extends AutoCloseable {
    /**
     * Runs once: makes, sends, reads, checks. A failure is an outcome in the observation, never an exception.
     *
     * @param observation where to write what happened; the same object at every call of a user
     */
    void run(Observation observation);

    @Override
    void close();
}
