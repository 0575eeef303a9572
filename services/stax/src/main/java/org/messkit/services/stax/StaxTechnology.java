// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.stax;

import org.messkit.services.spi.Handler;
import org.messkit.services.spi.Technology;

/** StAX on Woodstox, truly streaming. */
public final class StaxTechnology implements Technology {
    /** For the service loader. */
    public StaxTechnology() {}

    @Override
    public String name() {
        return "stax";
    }

    @Override
    public Handler handler(String useCase, String variant) {
        if (useCase.equals("sushi-boats") && variant.isEmpty()) {
            return new SushiBoats();
        }
        throw new IllegalArgumentException(
                "stax has sushi-boats, got: " + useCase + (variant.isEmpty() ? "" : "+" + variant));
    }
}
