// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run.serve;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    /** Is given the result of each service as soon as it is there. */
    public interface Listener {
        /** One service was tested. */
        void tested(ServiceName service, Result result);
    }

    /**
     * Tests services that run, one after the other, in one process.
     *
     * @param urls where each service is
     * @throws IOException if the tests cannot be run
     */
    public void test(Map<ServiceName, String> urls, Listener listener) throws IOException {
        JvmSettings jvm = new JvmSettings(Home.java(), "512m", "Serial", Machine.processors(), false);
        List<String> options = List.of(JvmSettings.QUICK_COMPILER);
        List<String> arguments = new ArrayList<>();
        urls.forEach((service, url) -> arguments.addAll(List.of(service.useCase(), service.binding(), url)));
        Path log = Files.createTempFile("messkit-test", ".log");
        try (ChildProcess process =
                        ChildProcess.start(jvm.command(home.testNodeClassPath(), MAIN, options, arguments), log);
                BufferedReader said =
                        new BufferedReader(new InputStreamReader(process.output(), StandardCharsets.UTF_8))) {
            for (ServiceName service : urls.keySet()) {
                listener.tested(service, result(service, said, log));
            }
        } finally {
            Files.deleteIfExists(log);
        }
    }

    private static Result result(ServiceName service, BufferedReader said, Path log) throws IOException {
        List<String> failures = new ArrayList<>();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith("passed ")) {
                return new Result(Integer.parseInt(line.substring("passed ".length())), failures);
            }
            if (line.startsWith("failed ")) {
                failures.add(line.substring("failed ".length()));
            }
        }
        throw new IOException("the functional tests of " + service + " did not run to their end: "
                + Files.readString(log).lines().findFirst().orElse("nothing was said"));
    }
}
