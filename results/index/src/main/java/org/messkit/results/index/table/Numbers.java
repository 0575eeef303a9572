// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.table;

import java.util.Locale;

/** Numbers for a reader's eye: some three significant digits, grouped in thousands by commas, the same in every locale. */
public final class Numbers {
    private Numbers() {}

    /** A whole number. */
    public static String whole(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A figure: the smaller, the more places. */
    public static String figure(double number) {
        double size = Math.abs(number);
        int places = size >= 100 || size == 0 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
        return String.format(Locale.ROOT, "%,." + places + "f", number);
    }

    /** A share in percent. */
    public static String percent(double share) {
        double percent = share * 100;
        return String.format(Locale.ROOT, percent >= 10 || percent == 0 ? "%.0f %%" : "%.1f %%", percent);
    }

    /** Bytes, exact. */
    public static String bytes(long bytes) {
        return whole(bytes) + (bytes == 1 ? " byte" : " bytes");
    }
}
