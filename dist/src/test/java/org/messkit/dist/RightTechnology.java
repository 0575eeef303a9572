// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.dist;

/** A null service under another name. */
public final class RightTechnology extends FixedTechnology {
    /** For the service loader. */
    public RightTechnology() {
        super("right", nothing(".".repeat(254)));
    }
}
