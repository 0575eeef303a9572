// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.compare;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.messkit.results.log.Cell;

/** Services of runs on several JVMs, whose names say which: those on two updates of one release of the JDK may stand for each other. */
public final class SameRelease {
    /** How the name of a service on one of several JVMs ends. */
    private static final String ON_JDK = " on JDK ";

    private SameRelease() {}

    /**
     * The one service that is the same on another update of the same release.
     *
     * @param name of a service, with its JVM
     * @param among services of another run
     * @return empty where there is none, or several, of which none is more the partner than another
     */
    public static Optional<Cell.Service> of(String name, Collection<Cell.Service> among) {
        List<Cell.Service> updates = among.stream()
                .distinct()
                .filter(other -> isSame(name, other.name()))
                .toList();
        return updates.size() == 1 ? Optional.of(updates.get(0)) : Optional.empty();
    }

    /** Whether two names differ at most in the update. */
    static boolean isSame(String one, String other) {
        return jdk(one).isPresent()
                && plain(one).equals(plain(other))
                && jdk(one).map(SameRelease::feature).equals(jdk(other).map(SameRelease::feature));
    }

    /** The version in a service's name; empty where the run had one JVM. */
    static Optional<String> jdk(String name) {
        int at = name.lastIndexOf(ON_JDK);
        return at < 0 ? Optional.empty() : Optional.of(name.substring(at + ON_JDK.length()));
    }

    private static String plain(String name) {
        int at = name.lastIndexOf(ON_JDK);
        return at < 0 ? name : name.substring(0, at);
    }

    /** The number before the first dot. */
    private static String feature(String version) {
        return version.split("\\.", 2)[0];
    }
}
