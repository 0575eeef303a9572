// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.baseline;

import org.messkit.services.spi.Handler;
import org.messkit.services.spi.Technology;

/** Reads the request's bytes and answers fixed ones. */
public final class BaselineTechnology implements Technology {
    @Override
    public String name() {
        return "baseline";
    }

    @Override
    public Handler handler(String useCase, String variant) {
        if (!useCase.equals("null") || !variant.isEmpty()) {
            throw new IllegalArgumentException("baseline serves null only, got: " + useCase + "+" + variant);
        }
        return new NullHandler();
    }
}
