// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.messkit.results.log.Environment;
import org.messkit.testnodes.controller.process.Jvm;

class ServiceJdksTest {
    private static final Jvm OWN = Jvm.own();
    private static final Jvm OTHER = new Jvm(OWN.java(), "99.0.1");

    private static final List<Jvm> BOTH = List.of(OWN, OTHER);
    /** Made once: each group starts a JVM. */
    private static final Environment HERE = new Environment(ServiceJdks.groups(BOTH));

    @Test
    void theEnvironmentHasBuildAndVendorOfEach() {
        String own = "service JDK " + OWN.release();
        assertEquals(
                List.of(own, "service JDK 99"),
                HERE.groups().stream().map(Environment.Group::name).toList());
        for (String group : List.of(own, "service JDK 99")) {
            assertEquals(Optional.of(System.getProperty("java.vendor")), HERE.value(group, "vendor"));
            assertEquals(Optional.of(System.getProperty("java.runtime.version")), HERE.value(group, "build"));
            assertEquals(Optional.of(System.getProperty("java.vm.name")), HERE.value(group, "VM"));
        }
    }

    @Test
    void aLoneOneNeedsNoNumberAndTwoUpdatesNeedAllOfIt() {
        assertEquals("service JDK", ServiceJdks.groups(List.of(OWN)).get(0).name());
        assertEquals(
                List.of("service JDK 99.0.1", "service JDK 99.0.2"),
                ServiceJdks.groups(List.of(OTHER, new Jvm(OWN.java(), "99.0.2"))).stream()
                        .map(Environment.Group::name)
                        .toList());
    }

    @Test
    void whatIsNoJvmSaysNothing() {
        Jvm none = new Jvm(Path.of("/bin/false"), "98");
        Environment here = new Environment(ServiceJdks.groups(List.of(none)));
        assertEquals(Optional.of("not known: the JVM does not say it"), here.value("service JDK", "build"));
    }
}
