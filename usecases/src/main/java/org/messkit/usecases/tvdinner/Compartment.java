// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.usecases.tvdinner;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** A line compartment of the order, in the order of the schema. */
enum Compartment {
    PARTS("p:Parts", "urn:messkit:tv-dinner:parts:1", "SP-"),
    ACCESSORIES("a:Accessories", "urn:messkit:tv-dinner:accessories:1", "AC-"),
    LABOUR("w:Labour", "urn:messkit:tv-dinner:labour:1", "LB-");

    static final int COUNT = values().length;

    final String tag;
    final String namespace;
    final String itemPrefix;

    Compartment(String tag, String namespace, String itemPrefix) {
        this.tag = tag;
        this.namespace = namespace;
        this.itemPrefix = itemPrefix;
    }

    /** The namespace declaration as it stands in the start tag. */
    String declaration() {
        return " xmlns:" + tag.charAt(0) + "=\"" + namespace + "\"";
    }

    /** As many compartments, each set as likely as the other. */
    static Set<Compartment> some(int count, SplittableRandom random) {
        Set<Compartment> chosen = EnumSet.noneOf(Compartment.class);
        while (chosen.size() < count) {
            chosen.add(values()[random.nextInt(COUNT)]);
        }
        return chosen;
    }

    /** As many compartments, those that take most room to ask for. */
    static Set<Compartment> longest(int count) {
        List<Compartment> byLength = Arrays.stream(values())
                .sorted(Comparator.comparingInt(compartment -> -compartment.namespace.length()))
                .toList();
        Set<Compartment> chosen = EnumSet.noneOf(Compartment.class);
        chosen.addAll(byLength.subList(0, count));
        return chosen;
    }
}
