// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.messkit.services.spi.ServiceName;
import org.messkit.testnodes.controller.Home;
import org.messkit.testnodes.controller.process.ChildProcess;
import org.messkit.testnodes.controller.process.JvmSettings;
import org.messkit.testnodes.monitor.Machine;

/** Runs the functional tests of a service in a process with the TestNode's class path. */
public final class FunctionalRun {
    private static final String MAIN = "org.messkit.testnodes.node.FunctionalTestMain";

    private final Home home;

    /** Makes one. */
    public FunctionalRun(Home home) {
        this.home = home;
    }

    /**
     * How a service did.
     *
     * @param passed tests that passed
     * @param failures one line per test that failed
     */
    public record Result(int passed, List<String> failures) {
        /** Copies. */
        public Result {
            failures = List.copyOf(failures);
        }
    }

    /**
     * Tests a service that runs.
     *
     * @throws IOException if the tests cannot be run
     */
    public Result test(ServiceName service, String url) throws IOException {
        JvmSettings jvm = new JvmSettings(Home.java(), "512m", "Parallel", Machine.processors(), false);
        Path log = Files.createTempFile("messkit-test", ".log");
        List<String> command = jvm.command(
                home.testNodeClassPath(), MAIN, List.of(), List.of(service.useCase(), service.binding(), url));
        try (ChildProcess process = ChildProcess.start(command, log);
                InputStream said = process.output()) {
            List<String> lines = new String(said.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return result(lines, log);
        } finally {
            Files.deleteIfExists(log);
        }
    }

    private static Result result(List<String> lines, Path log) throws IOException {
        int passed = -1;
        List<String> failures = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("passed ")) {
                passed = Integer.parseInt(line.substring("passed ".length()));
            } else if (line.startsWith("failed ")) {
                failures.add(line.substring("failed ".length()));
            }
        }
        if (passed < 0) {
            throw new IOException("the functional tests did not run: "
                    + Files.readString(log).lines().findFirst().orElse("nothing was said"));
        }
        return new Result(passed, failures);
    }
}
