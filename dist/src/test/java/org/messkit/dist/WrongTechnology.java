// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.dist;

/** A null service whose answer has one wrong byte. */
public final class WrongTechnology extends FixedTechnology {
    /** For the service loader. */
    public WrongTechnology() {
        super("wrong", nothing(".".repeat(253) + "!"));
    }
}
