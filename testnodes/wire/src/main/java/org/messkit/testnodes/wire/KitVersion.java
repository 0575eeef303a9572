// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.wire;

import java.util.Optional;

/** The version of the kit: controller and TestNode must be of the same one, or their figures mean different things. */
public final class KitVersion {
    /** The one that this process runs; {@code development} where it runs no built archive. */
    public static final String OWN = Optional.ofNullable(
                    KitVersion.class.getPackage().getImplementationVersion())
            .orElse("development");

    private KitVersion() {}
}
