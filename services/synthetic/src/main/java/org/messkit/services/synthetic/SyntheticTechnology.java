// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.synthetic;

import org.messkit.services.spi.Handler;
import org.messkit.services.spi.Technology;

/** Answers what the null service answers, after a time that properties of its JVM set. */
public final class SyntheticTechnology implements Technology {
    @Override
    public String name() {
        return "synthetic";
    }

    @Override
    public Handler handler(String useCase, String variant) {
        if (!useCase.equals("null") || !variant.isEmpty()) {
            throw new IllegalArgumentException("synthetic serves null only, got: " + useCase + "+" + variant);
        }
        return new SyntheticHandler(Law.of(System.getProperties()));
    }
}
