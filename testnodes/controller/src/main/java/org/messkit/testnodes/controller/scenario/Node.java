// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An element of a scenario file with the place where it stands. */
final class Node {
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
}
