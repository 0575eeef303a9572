// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.usecases.pantry;

import org.messkit.usecases.Payload;

/**
 * The values by which an order is fetched and found.
 *
 * @param prefix of the key, before the digits
 * @param number the key's digits
 * @param digits how many
 * @param contract under which calls are made
 * @param callOff number of the call, 0 to 999,999,999
 * @param dealer who orders
 */
record Head(String prefix, long number, int digits, String contract, int callOff, String dealer) {
    /** Digits of a user's keys. */
    static final int USER_DIGITS = 12;
    /** The longest head that there is. */
    static final Head LONGEST = ofBase(new Payload(0, 0, 0, -1, -1), 0, 1_000_000_000);

    private static final int BASE_DIGITS = 9;
    private static final int PER_DEALER = 10;

    /** Of an order that a user puts in; nobody finds it but by its key. */
    static Head ofUser(long number) {
        return new Head("PO", number, USER_DIGITS, "C-users", (int) (number % 1_000_000), "D-users");
    }

    /**
     * Of an order that is there beforehand. All that it is found by says of which payload it is, so that those of one never meet
     * those of another.
     *
     * @param index from 0, below the number of them
     */
    static Head ofBase(Payload payload, int index, int orders) {
        String dealer = dealer(payload, index % dealers(orders));
        return new Head("PB-" + of(payload), index, BASE_DIGITS, contract(payload), index, dealer);
    }

    /** How many dealers there are in the base: each has about {@value #PER_DEALER} orders. */
    static int dealers(int orders) {
        return (orders + PER_DEALER - 1) / PER_DEALER;
    }

    static String contract(Payload payload) {
        return "C-" + of(payload);
    }

    static String dealer(Payload payload, int index) {
        return "D-" + of(payload) + padded(index, BASE_DIGITS);
    }

    String orderId() {
        return prefix + padded(number, digits);
    }

    private static String of(Payload payload) {
        return padded(payload.bytes(), 8) + "-" + padded(payload.elements(), 7) + "-" + padded(payload.depth(), 2)
                + "-";
    }

    static String padded(long number, int width) {
        String digits = Long.toString(number);
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }
}
