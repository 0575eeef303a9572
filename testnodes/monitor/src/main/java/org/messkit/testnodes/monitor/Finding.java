// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.monitor;

/**
 * One thing about this machine that bears on measurements.
 *
 * @param severity whether it spoils them
 * @param subject what was looked at
 * @param seen what was found
 * @param effect what that does to a measurement, empty if it is as it should be
 * @param mend what to do about it, empty if there is nothing to do
 */
public record Finding(Severity severity, String subject, String seen, String effect, String mend) {
    /** How much a finding matters. */
    public enum Severity {
        /** As it should be. */
        GOOD,
        /** A reader of the results should know. */
        NOTE,
        /** It spoils measurements. */
        WARNING
    }

    static Finding good(String subject, String seen) {
        return new Finding(Severity.GOOD, subject, seen, "", "");
    }

    static Finding note(String subject, String seen, String effect, String mend) {
        return new Finding(Severity.NOTE, subject, seen, effect, mend);
    }

    static Finding warning(String subject, String seen, String effect, String mend) {
        return new Finding(Severity.WARNING, subject, seen, effect, mend);
    }
}
