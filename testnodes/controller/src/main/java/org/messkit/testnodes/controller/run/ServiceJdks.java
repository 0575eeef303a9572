// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.messkit.results.log.Environment;
import org.messkit.testnodes.controller.process.Jvm;
import org.messkit.testnodes.controller.process.JvmBuild;

/** What a run says of the JVMs of its services. */
final class ServiceJdks {
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
                .map(jvm -> Facts.group(name(jvm, jvms.size(), releases.get(jvm.release())), JvmBuild.facts(jvm)))
                .toList();
    }

    private static String name(Jvm jvm, int all, long ofThatRelease) {
        if (all == 1) {
            return NAME;
        }
        return NAME + " " + (ofThatRelease == 1 ? jvm.release() : jvm.version());
    }
}
