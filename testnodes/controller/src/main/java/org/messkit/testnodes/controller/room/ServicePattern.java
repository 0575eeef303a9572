// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.room;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.messkit.services.spi.ServiceName;

/** Chooses services by name; each part a word or {@code *}. */
record ServicePattern(String useCase, String technology, String variant, String binding) {
    private static final String PART = "([a-z0-9*-]+)";
    private static final Pattern FORM = Pattern.compile(PART + "/" + PART + "(?:\\+" + PART + ")?@" + PART);

    /**
     * Reads a pattern.
     *
     * @throws IllegalArgumentException if it is not of the form of a service's name
     */
    static ServicePattern parse(String text) {
        Matcher m = FORM.matcher(text);
        if (!m.matches()) {
            throw new IllegalArgumentException(
                    "a service pattern is use-case/technology@binding, each part a word or *,"
                            + " for example tv-dinner/*@soap11; got: " + text);
        }
        return new ServicePattern(m.group(1), m.group(2), m.group(3) == null ? "" : m.group(3), m.group(4));
    }

    boolean matches(ServiceName name) {
        return matches(useCase, name.useCase())
                && matches(technology, name.technology())
                && (variant.isEmpty()
                        ? name.variant().isEmpty()
                        : !name.variant().isEmpty() && matches(variant, name.variant()))
                && matches(binding, name.binding());
    }

    private static boolean matches(String pattern, String word) {
        return Pattern.matches(pattern.replace("*", ".*"), word);
    }
}
