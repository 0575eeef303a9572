// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.spi;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/**
 * For technologies without a tree: elements that are kept as they pass, until they are written or dropped. Holds names,
 * attributes and texts; comments and instructions are no content. One request's alone.
 */
public final class Fragment {
    /** What happened, and how many strings say more of it. */
    private enum Event {
        START(2),
        ATTRIBUTE(3),
        TEXT(1),
        END(0);

        private final int strings;

        Event(int strings) {
            this.strings = strings;
        }
    }

    private final List<Event> events = new ArrayList<>();
    private final List<String> strings = new ArrayList<>();

    /** Makes an empty one. */
    public Fragment() {}

    /** How much is kept; grows by one with every call that keeps something. */
    public int size() {
        return events.size();
    }

    /** Drops what was kept since it had this {@linkplain #size() size}. */
    public void dropFrom(int size) {
        int more = 0;
        for (Event event : events.subList(size, events.size())) {
            more += event.strings;
        }
        strings.subList(strings.size() - more, strings.size()).clear();
        events.subList(size, events.size()).clear();
    }

    /** Keeps the start of an element; namespace null or empty for none. */
    public void start(String namespace, String name) {
        keep(Event.START, namespace, name);
    }

    /** Keeps an attribute of the element that has just started; namespace null or empty for none. */
    public void attribute(String namespace, String name, String value) {
        keep(Event.ATTRIBUTE, namespace, name, value);
    }

    /** Keeps text, or a piece of it. */
    public void text(String text) {
        keep(Event.TEXT, text);
    }

    /** Keeps the end of an element. */
    public void end() {
        keep(Event.END);
    }

    /** Writes all that is kept. */
    public void writeTo(ElementWriter out) throws XMLStreamException {
        int at = 0;
        for (Event event : events) {
            switch (event) {
                case START -> out.start(strings.get(at), strings.get(at + 1));
                case ATTRIBUTE -> out.attribute(strings.get(at), strings.get(at + 1), strings.get(at + 2));
                case TEXT -> out.text(strings.get(at));
                case END -> out.end();
            }
            at += event.strings;
        }
    }

    private void keep(Event event, String... more) {
        events.add(event);
        for (String string : more) {
            strings.add(string);
        }
    }
}
