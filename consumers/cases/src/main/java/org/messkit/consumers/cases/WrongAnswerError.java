// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.consumers.cases;

/** The service answered, and the answer is wrong. An assertion that failed, in JUnit's terms. */
public final class WrongAnswerError extends AssertionError {
    private static final long serialVersionUID = 1L;

    WrongAnswerError(String message) {
        super(message);
    }
}
