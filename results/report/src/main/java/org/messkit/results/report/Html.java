// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.report;

/** A piece of HTML under construction. All text goes through {@link #escape}; tags and classes are the kit's own words. */
final class Html {
    private final StringBuilder html = new StringBuilder();

    /** Text, safe in an element and in a quoted attribute. */
    static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(c);
            }
        });
        return safe.toString();
    }

    /** Opens a tag; its attributes are written as given. */
    Html open(String tag) {
        html.append('<').append(tag).append('>');
        return this;
    }

    /** Closes a tag. */
    Html close(String tag) {
        html.append("</").append(tag).append('>');
        return this;
    }

    /** Adds escaped text. */
    Html text(String text) {
        html.append(escape(text));
        return this;
    }

    /** Adds HTML as it is. */
    Html raw(String trusted) {
        html.append(trusted);
        return this;
    }

    /** Ends a line of the source, for who reads it. */
    Html line() {
        html.append('\n');
        return this;
    }

    /** An element with text. The tag may carry attributes. */
    Html element(String tag, String text) {
        return open(tag).text(text).close(tag.split(" ", 2)[0]);
    }

    /** A table's row head. */
    Html rowHead(String text) {
        return element("th scope=\"row\"", text);
    }

    /** A table's column heads; those that start with # are of numbers. */
    Html columnHeads(String... names) {
        open("thead").open("tr");
        for (String name : names) {
            boolean number = name.startsWith("#");
            element("th scope=\"col\"" + (number ? " class=\"number\"" : ""), number ? name.substring(1) : name);
        }
        return close("tr").close("thead").line();
    }

    /** A cell with a number as shown; sorts by the number itself. */
    Html number(String shown, double value) {
        return element("td class=\"number\" data-value=\"" + value + "\"", shown);
    }

    /** A cell with a number as shown, in a table that is not sorted. */
    Html number(String shown) {
        return element("td class=\"number\"", shown);
    }

    /** A cell without a figure. */
    Html none() {
        return element("td class=\"number none\"", "–");
    }

    @Override
    public String toString() {
        return html.toString();
    }
}
