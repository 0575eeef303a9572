// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.usecases.buffet;

/** Standard, reduced and zero rate. */
enum TaxCategory {
    S(20),
    R(7),
    Z(0);

    final int percent;

    TaxCategory(int percent) {
        this.percent = percent;
    }

    /** Tax on an amount of 0 or more, both in hundredths, half rounded up. */
    long tax(long taxable) {
        return (taxable * percent + 50) / 100;
    }
}
