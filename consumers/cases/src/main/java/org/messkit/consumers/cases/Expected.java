// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.consumers.cases;

import java.util.Arrays;
import org.messkit.consumers.http.Response;

/**
 * The answer that is expected to one request. A form of it that was once found right as canonical XML is remembered as bytes
 * with a hole for the identifier, so that the check in the loop is a comparison of bytes; whatever differs from it is compared
 * as XML again. Not thread-safe.
 */
final class Expected {
    private final byte[] oracle;
    private final int oracleId;
    private final int digits;
    private final boolean exact;
    private byte[] accepted;
    private int acceptedId;

    Expected(byte[] oracle, int oracleId, int digits, boolean exact) {
        this.oracle = oracle;
        this.oracleId = oracleId;
        this.digits = digits;
        this.exact = exact;
        this.accepted = oracle.clone();
        this.acceptedId = oracleId;
    }

    void identify(long number) {
        Request.write(number, oracle, oracleId, digits);
        if (acceptedId >= 0) {
            Request.write(number, accepted, acceptedId, digits);
        }
    }

    void check(Response response) {
        int from = response.bodyOffset();
        if (Arrays.equals(response.buffer(), from, from + response.bodyLength(), accepted, 0, accepted.length)) {
            return;
        }
        if (exact) {
            throw new WrongAnswerError("the answer differs byte for byte: " + response.excerpt());
        }
        String difference = CanonicalComparison.difference(oracle, response.body());
        if (difference != null) {
            throw new WrongAnswerError(difference);
        }
        remember(response.body());
    }

    /** Remembers a right answer if its identifier stands at one place, so that it can be patched. */
    private void remember(byte[] right) {
        if (digits == 0) {
            accepted = right;
            return;
        }
        byte[] id = Arrays.copyOfRange(oracle, oracleId, oracleId + digits);
        int first = indexOf(right, id, 0);
        if (first >= 0 && indexOf(right, id, first + 1) < 0) {
            accepted = right;
            acceptedId = first;
        }
    }

    private static int indexOf(byte[] in, byte[] what, int from) {
        for (int i = from; i + what.length <= in.length; i++) {
            if (Arrays.equals(in, i, i + what.length, what, 0, what.length)) {
                return i;
            }
        }
        return -1;
    }
}
