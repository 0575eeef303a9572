// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.scenario.xml;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.messkit.loads.Attributes;

/** Reads the attributes of one element; what is wrong with one is noted and its default is used until all are read. */
public final class Values implements Attributes {
    private static final Pattern DURATION = Pattern.compile("(\\d+)(ms|s|m|min|h)");
    private static final Pattern DECIMAL = Pattern.compile("\\d+(\\.\\d+)?");
    private static final Pattern BYTES = Pattern.compile("(\\d+)(B|kB|MB)?");

    private static final int MOST_DIGITS = 9;
    /** A resolved scenario has every time in milliseconds, also one that was given in hours. */
    private static final int MOST_MILLIS_DIGITS = 16;

    private final Node node;
    private final String file;
    private final List<Problem> problems;

    /** Makes one; what is wrong is added to the problems. */
    public Values(Node node, String file, List<Problem> problems) {
        this.node = node;
        this.file = file;
        this.problems = problems;
    }

    @Override
    public boolean has(String name) {
        return node.attributes.containsKey(name);
    }

    @Override
    public String text(String name, String otherwise) {
        return node.attributes.getOrDefault(name, otherwise).strip();
    }

    /** An attribute that is there, to the letter. */
    public String raw(String name) {
        return node.attributes.get(name);
    }

    @Override
    public List<Integer> wholes(String name, int least) {
        TreeSet<Integer> numbers = new TreeSet<>();
        for (String word : text(name, "").split("\\s+")) {
            int number = wholeNumber(name, word, least, least - 1);
            if (number >= least && !numbers.add(number)) {
                problem(name + " level " + word + " stands twice");
            }
        }
        return List.copyOf(numbers);
    }

    @Override
    public int whole(String name, int least, int otherwise) {
        String value = node.attributes.get(name);
        if (value == null) {
            return otherwise;
        }
        return wholeNumber(name, value, least, otherwise);
    }

    private int wholeNumber(String name, String value, int least, int otherwise) {
        try {
            int number = Integer.parseInt(value.strip());
            if (number >= least) {
                return number;
            }
            problem(name + " must be at least " + least + ", got: " + number);
        } catch (NumberFormatException e) {
            problem(name + " must be a whole number, got: " + value);
        }
        return otherwise;
    }

    /** A value of this form; the default where it is another. */
    public int bytes(String name) {
        String value = node.attributes.get(name);
        if (value == null) {
            problem("<" + node.name + "> needs " + name);
            return -1;
        }
        Matcher m = BYTES.matcher(value.strip());
        if (!m.matches()) {
            problem(name + " must be a size such as 5000, 5000B, 100kB or 1MB, got: " + value);
            return -1;
        }
        long unit =
                m.group(2) == null || m.group(2).equals("B") ? 1 : m.group(2).equals("kB") ? 1000 : 1_000_000;
        try {
            return Math.toIntExact(Math.multiplyExact(Long.parseLong(m.group(1)), unit));
        } catch (ArithmeticException | NumberFormatException e) {
            problem(name + " must be below 2 GB, got: " + value);
            return -1;
        }
    }

    /** A value of this form; the default where it is another. */
    public double share(String name, double otherwise) {
        String value = node.attributes.get(name);
        if (value == null) {
            return otherwise;
        }
        if (DECIMAL.matcher(value.strip()).matches()) {
            double number = Double.parseDouble(value.strip());
            if (number <= 1) {
                return number;
            }
        }
        problem(name + " must be a share from 0 to 1, got: " + value);
        return otherwise;
    }

    @Override
    public Duration duration(String name, Duration otherwise) {
        String value = node.attributes.get(name);
        if (value == null) {
            return otherwise;
        }
        Matcher m = DURATION.matcher(value.strip());
        if (!m.matches() || m.group(1).length() > (m.group(2).equals("ms") ? MOST_MILLIS_DIGITS : MOST_DIGITS)) {
            problem(name + " must be a duration such as 500ms, 30s or 5m, got: " + value);
            return otherwise;
        }
        long number = Long.parseLong(m.group(1));
        return switch (m.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofMinutes(number);
        };
    }

    @Override
    public Duration positiveDuration(String name, Duration otherwise) {
        Duration duration = duration(name, otherwise);
        if (duration.isZero()) {
            problem(name + " must be longer than 0s");
        }
        return duration;
    }

    /** A number above 0; empty without the attribute. */
    public OptionalDouble number(String name, double most) {
        List<Double> numbers = numbers(name, most);
        if (numbers.size() > 1) {
            problem(name + " must be one number, got: " + node.attributes.get(name));
        }
        return numbers.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(numbers.get(0));
    }

    @Override
    public List<Double> numbers(String name, double most) {
        TreeSet<Double> numbers = new TreeSet<>();
        String value = node.attributes.getOrDefault(name, "").strip();
        if (value.isEmpty()) {
            if (node.attributes.containsKey(name)) {
                problem(name + " must name at least one number");
            }
            return List.of();
        }
        for (String word : value.split("\\s+")) {
            double number = DECIMAL.matcher(word).matches() ? Double.parseDouble(word) : 0;
            if (!(number > 0) || number > most) {
                problem(name + " must be numbers above 0, at most "
                        + BigDecimal.valueOf(most).stripTrailingZeros().toPlainString() + ", got: " + word);
            } else if (!numbers.add(number)) {
                problem(name + " " + word + " stands twice");
            }
        }
        return List.copyOf(numbers);
    }

    @Override
    public String oneOf(String name, Set<String> known, String otherwise) {
        String value = node.attributes.getOrDefault(name, otherwise).strip();
        if (!known.contains(value)) {
            problem(name + " must be one of " + new TreeSet<>(known) + ", got: " + value);
            return otherwise;
        }
        return value;
    }

    @Override
    public void problem(String message) {
        problems.add(new Problem(message, file, node.line, node.column));
    }
}
