// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.consumers.http;

import java.io.IOException;

/** An exchange that brought no whole answer. */
public final class ExchangeException extends IOException {
    private static final long serialVersionUID = 1L;

    /** How far the exchange came. */
    public enum Stage {
        /** No connection: the service never saw the request. */
        CONNECT,
        /** While the request was written. */
        SEND,
        /** While the answer was awaited or read. */
        RECEIVE,
        /** The answer is not HTTP/1.1 as this exchange speaks it. */
        PROTOCOL
    }

    private final Stage stage;

    ExchangeException(Stage stage, String what, Throwable cause) {
        super(what, cause);
        this.stage = stage;
    }

    /** How far it came. */
    public Stage stage() {
        return stage;
    }
}
