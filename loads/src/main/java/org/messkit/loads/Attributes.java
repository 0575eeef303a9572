// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.loads;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * The attributes of one element. What is wrong with one is noted as a problem, and its default is returned, so that all problems
 * are found at once.
 */
public interface Attributes {
    /** Whether an attribute is there. */
    boolean has(String name);

    /** Its text without white space around it; the other text where it is not there. */
    String text(String name, String otherwise);

    /** A whole number of at least so much. */
    int whole(String name, int least, int otherwise);

    /** Whole numbers of at least so much, separated by white space, ascending, none twice; those that are right. */
    List<Integer> wholes(String name, int least);

    /** Numbers above 0 and at most so much, separated by white space, ascending, none twice. */
    List<Double> numbers(String name, double most);

    /** A time such as {@code 500ms}, {@code 30s} or {@code 5m}. */
    Duration duration(String name, Duration otherwise);

    /** A time longer than nothing. */
    Duration positiveDuration(String name, Duration otherwise);

    /** One of some words. */
    String oneOf(String name, Set<String> known, String otherwise);

    /** Notes what is wrong, in one line for the user. */
    void problem(String message);
}
