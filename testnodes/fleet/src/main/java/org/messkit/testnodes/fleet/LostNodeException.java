// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.fleet;

import java.io.IOException;

/** A TestNode is gone, or not to be understood. */
public final class LostNodeException extends IOException {
    private static final long serialVersionUID = 1L;

    /** What went wrong, in one line for the user. */
    public LostNodeException(String what, Throwable cause) {
        super(what, cause);
    }
}
