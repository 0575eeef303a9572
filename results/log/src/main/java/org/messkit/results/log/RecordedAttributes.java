// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.log;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.messkit.loads.Attributes;
import org.w3c.dom.Element;

/** The attributes of an element of the run folder, whose schema has checked them. */
record RecordedAttributes(Element element) implements Attributes {
    @Override
    public boolean has(String name) {
        return element.hasAttribute(name);
    }

    @Override
    public String text(String name, String otherwise) {
        return CheckedXml.optional(element, name).map(String::strip).orElse(otherwise);
    }

    @Override
    public int whole(String name, int least, int otherwise) {
        return has(name) ? (int) CheckedXml.whole(element, name) : otherwise;
    }

    @Override
    public List<Integer> wholes(String name, int least) {
        return words(name).map(Integer::valueOf).toList();
    }

    @Override
    public List<Double> numbers(String name, double most) {
        return words(name).map(Double::valueOf).toList();
    }

    private Stream<String> words(String name) {
        String text = text(name, "");
        return text.isEmpty() ? Stream.of() : Stream.of(text.split("\\s+"));
    }

    @Override
    public Duration duration(String name, Duration otherwise) {
        return has(name) ? Duration.ofMillis(CheckedXml.whole(element, name)) : otherwise;
    }

    @Override
    public Duration positiveDuration(String name, Duration otherwise) {
        return duration(name, otherwise);
    }

    @Override
    public String oneOf(String name, Set<String> known, String otherwise) {
        return text(name, otherwise);
    }

    @Override
    public void problem(String message) {
        throw new IllegalArgumentException(message);
    }
}
