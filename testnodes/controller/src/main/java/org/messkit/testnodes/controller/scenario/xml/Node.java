// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.scenario.xml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An element of a scenario with the place where it stands in its file. Built once, by one thread. */
public final class Node {
    final String name;
    final String namespace;
    final int line;
    final int column;
    final Map<String, String> attributes = new LinkedHashMap<>();
    final List<Node> children = new ArrayList<>();
    final StringBuilder text = new StringBuilder();

    Node(String name, String namespace, int line, int column) {
        this.name = name;
        this.namespace = namespace;
        this.line = line;
        this.column = column;
    }

    /** One that stands in no file: what is wrong with it has no place either. */
    public Node(String name) {
        this(name, NodeReader.NAMESPACE, 1, 1);
    }

    /** Says something in an attribute. */
    public Node with(String attribute, String value) {
        attributes.put(attribute, value);
        return this;
    }

    /** Adds an element. */
    public Node with(Node child) {
        children.add(child);
        return this;
    }

    /** Adds text. */
    public Node text(String more) {
        text.append(more);
        return this;
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** What it says, by name. */
    public Map<String, String> attributes() {
        return attributes;
    }

    /** Its text. */
    public String text() {
        return text.toString();
    }

    /** All elements in it. */
    public List<Node> children() {
        return children;
    }

    /** The elements in it of one name. */
    public List<Node> children(String wanted) {
        return children.stream().filter(child -> child.name.equals(wanted)).toList();
    }
}
