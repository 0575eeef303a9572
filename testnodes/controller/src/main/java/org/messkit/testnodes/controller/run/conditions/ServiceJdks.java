// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run.conditions;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.messkit.results.log.Environment;
import org.messkit.results.log.Run;
import org.messkit.testnodes.controller.process.Jvm;
import org.messkit.testnodes.controller.process.JvmBuild;

/** What a run says of the JVMs of its services. */
public final class ServiceJdks {
    /** The setting that lists their versions, and how the group of each in the environment begins. */
    static final String NAME = "service JDK";

    private ServiceJdks() {}

    /** Versions as a reader sees them among the conditions, in the order of the scenario. */
    static String versions(List<Jvm> jvms) {
        return jvms.stream().map(Jvm::version).collect(Collectors.joining(", "));
    }

    /**
     * Build and vendor of each, in a group of its own. Of several each is named by its release, so that another update of it in another
     * run stands beside it; by its version where the release does not tell them apart.
     */
    static List<Environment.Group> groups(List<Jvm> jvms) {
        Map<String, Long> releases = jvms.stream().collect(Collectors.groupingBy(Jvm::release, Collectors.counting()));
        return jvms.stream()
                .map(jvm -> EnvironmentFacts.group(
                        name(jvm, jvms.size(), releases.get(jvm.release())), JvmBuild.facts(jvm)))
                .toList();
    }

    private static String name(Jvm jvm, int all, long ofThatRelease) {
        if (all == 1) {
            return NAME;
        }
        return NAME + " " + (ofThatRelease == 1 ? jvm.release() : jvm.version());
    }

    /**
     * Half of a run's services on other JVMs would be two runs under one name. Builds and vendors are held against each other only where
     * the run recorded them.
     *
     * @param now of those that the run would go on with; has their groups
     * @throws IOException in one line for the user
     */
    public static void requireSame(Run before, List<Jvm> jvms, Environment now) throws IOException {
        String was = before.info().settings().getOrDefault(NAME, "");
        String is = versions(jvms);
        if (!was.isEmpty() && !was.equals(is)) {
            throw new IOException("the run cannot go on here: its " + NAME + " was " + was + ", and is " + is);
        }
        for (Environment.Group group : before.environment().groups()) {
            if (!group.name().equals(NAME) && !group.name().startsWith(NAME + " ")) {
                continue;
            }
            for (Environment.Fact fact : group.facts()) {
                String value = now.value(group.name(), fact.name()).orElse("not recorded");
                if (!value.equals(fact.value())) {
                    throw new IOException("the run cannot go on here: the " + fact.name() + " of its " + group.name()
                            + " was " + fact.value() + ", and is " + value);
                }
            }
        }
    }
}
