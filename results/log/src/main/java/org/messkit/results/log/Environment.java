// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the run took place, as groups of named facts in display order.
 *
 * @param groups for example "machine", "service JVM tv-dinner/jaxb@soap11", "TestNode JVM"
 */
public record Environment(List<Group> groups) {
    /** Where nothing is known of it. */
    public static final Environment UNKNOWN = new Environment(List.of());

    /** Copies. */
    public Environment {
        groups = List.copyOf(groups);
    }

    /** This environment with one more group. */
    public Environment with(Group group) {
        List<Group> more = new ArrayList<>(groups);
        more.add(group);
        return new Environment(more);
    }

    /** The value of a fact. */
    public Optional<String> value(String group, String name) {
        return groups.stream()
                .filter(g -> g.name().equals(group))
                .flatMap(g -> g.facts().stream())
                .filter(fact -> fact.name().equals(name))
                .map(Fact::value)
                .findFirst();
    }

    /** Named facts on one thing. */
    public record Group(String name, List<Fact> facts) {
        /** Copies. */
        public Group {
            facts = List.copyOf(facts);
        }
    }

    /** One fact; the value carries its unit. */
    public record Fact(String name, String value) {}
}
