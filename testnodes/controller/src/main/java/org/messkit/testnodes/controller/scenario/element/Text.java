// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.scenario.element;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Values as they are written in a scenario, and for the user. */
final class Text {
    private Text() {}

    static String millis(Duration duration) {
        return duration.toMillis() + "ms";
    }

    /** Numbers separated by blanks, without exponents. */
    static String words(List<? extends Number> numbers) {
        return numbers.stream()
                .map(number ->
                        new BigDecimal(number.toString()).stripTrailingZeros().toPlainString())
                .collect(Collectors.joining(" "));
    }

    /** For the user: whole seconds, else milliseconds. */
    static String seconds(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }

    /** For the user: a share in per cent. */
    static String percent(double share) {
        return BigDecimal.valueOf(share * 100).stripTrailingZeros().toPlainString() + " %";
    }
}
