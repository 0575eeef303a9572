// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.usecases;

/**
 * What requests do to what a service keeps.
 *
 * @param inserted messages that were put in
 * @param updated changes of messages
 * @param deleted messages that were taken out
 * @param checksum by which the sum of the digests of all that is kept grows, modulo 2 to the 64th
 */
public record Changes(long inserted, long updated, long deleted, long checksum) {
    /** Nothing. */
    public static final Changes NONE = new Changes(0, 0, 0, 0);

    /** Both. */
    public Changes plus(Changes other) {
        return new Changes(
                inserted + other.inserted, updated + other.updated, deleted + other.deleted, checksum + other.checksum);
    }

    /** How many more messages are kept. */
    public long rows() {
        return inserted - deleted;
    }
}
