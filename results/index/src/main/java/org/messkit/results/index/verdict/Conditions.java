// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.verdict;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.messkit.results.log.RunInfo;

/**
 * What the machines have, as far as it is known.
 *
 * @param serverCores processors that the service may use
 * @param consumerCores processors that the TestNode may use
 * @param linkBytesPerSecond what the link carries in a direction, as the scenario says; empty where it does not, as on loopback
 * @param settled whether steadiness was tested
 */
public record Conditions(
        OptionalDouble serverCores, OptionalDouble consumerCores, OptionalDouble linkBytesPerSecond, boolean settled) {
    /** How the note begins that such a run carries. */
    private static final String COLD = "Steadiness not tested";

    private static final double MEGABIT = 1e6 / 8;
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    /** From what the run says of itself. */
    public static Conditions of(RunInfo info) {
        return new Conditions(
                number(info.settings(), "service cores", 1),
                number(info.settings(), "TestNode cores", 1),
                number(info.settings(), "link", MEGABIT),
                info.notes().stream().noneMatch(note -> note.regionMatches(true, 0, COLD, 0, COLD.length())));
    }

    private static OptionalDouble number(Map<String, String> settings, String name, double unit) {
        return Optional.ofNullable(settings.get(name))
                .map(NUMBER::matcher)
                .filter(Matcher::lookingAt)
                .map(m -> OptionalDouble.of(Double.parseDouble(m.group()) * unit))
                .orElse(OptionalDouble.empty());
    }
}
