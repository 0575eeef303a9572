// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run.conditions;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.messkit.results.log.Environment;
import org.messkit.results.log.Run;
import org.messkit.results.log.RunInfo;
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

    @Test
    void aRunGoesOnWithTheSameJvms() {
        assertDoesNotThrow(() -> ServiceJdks.requireSame(run(BOTH, HERE), BOTH, HERE));
        Environment silent = new Environment(List.of());
        assertDoesNotThrow(
                () -> ServiceJdks.requireSame(run(BOTH, silent), BOTH, HERE), "of a run from before it was recorded");
    }

    @Test
    void aRunDoesNotGoOnWithAnotherVersion() {
        List<Jvm> updated = List.of(OWN, new Jvm(OWN.java(), "99.0.2"));
        IOException e = assertThrows(IOException.class, () -> ServiceJdks.requireSame(run(BOTH, HERE), updated, HERE));
        assertEquals(
                "the run cannot go on here: its service JDK was " + OWN.version() + ", 99.0.1, and is " + OWN.version()
                        + ", 99.0.2",
                e.getMessage());
    }

    @Test
    void norWithAnotherVendorsBuildOfTheSameVersion() {
        Environment elsewhere = new Environment(List.of(
                new Environment.Group("service JDK 99", List.of(new Environment.Fact("vendor", "Another vendor")))));
        IOException e =
                assertThrows(IOException.class, () -> ServiceJdks.requireSame(run(BOTH, elsewhere), BOTH, HERE));
        assertEquals(
                "the run cannot go on here: the vendor of its service JDK 99 was Another vendor, and is "
                        + System.getProperty("java.vendor"),
                e.getMessage());
    }

    private static Run run(List<Jvm> jvms, Environment environment) {
        RunInfo info = new RunInfo(
                "run",
                "scenario",
                "",
                Instant.EPOCH,
                1,
                1,
                List.of(),
                Map.of(ServiceJdks.NAME, ServiceJdks.versions(jvms)));
        return new Run(Path.of("unused"), info, Optional.of("interrupted"), environment, List.of());
    }
}
