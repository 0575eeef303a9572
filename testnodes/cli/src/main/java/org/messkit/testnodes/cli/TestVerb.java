// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.messkit.services.spi.ServiceName;
import org.messkit.testnodes.controller.Home;
import org.messkit.testnodes.controller.process.JvmSettings;
import org.messkit.testnodes.controller.run.serve.FunctionalRun;
import org.messkit.testnodes.controller.run.serve.ServedServices;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code messkit test}. */
@Command(
        name = "test",
        description =
                "Runs the functional tests: the same JUnit classes that are the load, against services that it starts.",
        mixinStandardHelpOptions = true)
final class TestVerb implements Callable<Integer> {
    private static final int SHOWN = 5;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ServiceHeap heap;

    @Mixin
    private ExistingDatabase database;

    @Parameters(arity = "0..*", paramLabel = "PATTERN", description = "Services (default: all, without variants).")
    private List<String> patterns = List.of("*/*@*");

    @Option(
            names = "--target",
            paramLabel = "URL",
            description = "A service that runs already; then one for each service that is named, in their order.")
    private List<String> targets = List.of();

    @Override
    public Integer call() throws IOException {
        Home home = Home.find();
        PrintWriter screen = spec.commandLine().getOut();
        int[] failed = {0};
        FunctionalRun.Listener listener = (service, result) -> failed[0] += say(screen, service, result);
        FunctionalRun tests = new FunctionalRun(home);
        if (!targets.isEmpty()) {
            List<ServiceName> named = choose(home, patterns);
            if (named.size() != targets.size()) {
                throw UserError.usage(
                        "--target must stand once for each service, got: " + targets.size() + ", named: " + named);
            }
            Map<ServiceName, String> urls = new LinkedHashMap<>();
            for (int i = 0; i < named.size(); i++) {
                urls.put(named.get(i), targets.get(i));
            }
            tests.test(urls, listener);
        } else {
            List<String> options = List.of(JvmSettings.QUICK_COMPILER);
            try (ServedServices served = ServedServices.start(home, choose(home, patterns), heap.size(), options, 0)) {
                Map<ServiceName, String> urls = new LinkedHashMap<>();
                served.services().forEach(service -> urls.put(service, served.url(service)));
                tests.test(urls, listener);
            }
        }
        return failed[0] == 0 ? ExitCode.OK : ExitCode.EXPECTATION;
    }

    /** The services that patterns choose. */
    static List<ServiceName> choose(Home home, List<String> patterns) throws IOException {
        var rooms = home.rooms();
        try {
            return patterns.stream()
                    .flatMap(pattern -> rooms.matching(pattern).stream())
                    .distinct()
                    .toList();
        } catch (IllegalArgumentException e) {
            throw UserError.usage(e.getMessage());
        }
    }

    private static int say(PrintWriter screen, ServiceName service, FunctionalRun.Result result) {
        screen.println(service + ": " + result.passed() + " passed, "
                + result.failures().size() + " failed");
        result.failures().stream().limit(SHOWN).forEach(failure -> screen.println("  " + failure));
        if (result.failures().size() > SHOWN) {
            screen.println("  and " + (result.failures().size() - SHOWN) + " more");
        }
        screen.flush();
        // A service for which nothing ran has not passed.
        return result.passed() == 0
                ? Math.max(1, result.failures().size())
                : result.failures().size();
    }
}
