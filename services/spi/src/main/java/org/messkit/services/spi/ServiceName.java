// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.spi;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a service: {@code use-case/technology@binding}, or {@code use-case/technology+variant@binding}.
 *
 * @param useCase for example {@code tv-dinner}
 * @param technology for example {@code jaxb}
 * @param variant for example {@code full}, empty for the technology's best practice
 * @param binding for example {@code soap11}
 */
public record ServiceName(String useCase, String technology, String variant, String binding) {
    private static final String WORD = "([a-z][a-z0-9-]*)";
    private static final Pattern FORM = Pattern.compile(WORD + "/" + WORD + "(?:\\+" + WORD + ")?@" + WORD);

    /**
     * Reads a name.
     *
     * @throws IllegalArgumentException if the text is not of the form above
     */
    public static ServiceName parse(String text) {
        Matcher m = FORM.matcher(text);
        if (!m.matches()) {
            throw new IllegalArgumentException(
                    "a service is use-case/technology@binding or use-case/technology+variant@binding, got: " + text);
        }
        return new ServiceName(m.group(1), m.group(2), m.group(3) == null ? "" : m.group(3), m.group(4));
    }

    /** Technology and variant as they stand in all names, for example {@code jaxb+full}: what has a store of its own. */
    public String technologyAndVariant() {
        return technology + (variant.isEmpty() ? "" : "+" + variant);
    }

    /** The path under which the host serves it, for example {@code /soap11/tv-dinner/jaxb+full}. */
    public String path() {
        return "/" + binding + "/" + useCase + "/" + technologyAndVariant();
    }

    @Override
    public String toString() {
        return useCase + "/" + technologyAndVariant() + "@" + binding;
    }
}
