// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.node;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.messkit.consumers.cases.Cases;
import org.messkit.consumers.cases.ConsumerExtension;
import org.messkit.usecases.UseCases;

/**
 * Runs test cases with JUnit against live services, over several sizes and seeds, and prints per service, in their order,
 * {@code failed …} per failure and then {@code passed N}.
 */
public final class FunctionalTestMain {
    private static final List<Integer> SIZES = List.of(2_000, 5_000, 20_000, 100_000, 500_000);
    private static final int SEEDS = 2;
    /** Requests that rest on each other; enough for each operation. */
    private static final int TURNS = 20;

    private static final List<Integer> SIZES_OF_STORES = List.of(5_000, 100_000);

    private FunctionalTestMain() {}

    /** Takes the use case, the binding and the URL of a service, and so on for more. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.setOut(System.err);
        endWithParent();
        try (LauncherSession session = LauncherFactory.openSession()) {
            for (int i = 0; i + 2 < arguments.length; i += 3) {
                test(session.getLauncher(), Arrays.copyOfRange(arguments, i, i + 3), out);
            }
        }
        Runtime.getRuntime().halt(0);
    }

    private static void endWithParent() {
        Thread watch = new Thread(
                () -> {
                    try {
                        while (System.in.read() >= 0) {
                            // The parent says nothing; only the end of the stream matters.
                        }
                    } catch (IOException e) {
                        // As good as the end.
                    }
                    Runtime.getRuntime().halt(1);
                },
                "parent");
        watch.setDaemon(true);
        watch.start();
    }

    private static void test(Launcher launcher, String[] service, PrintStream out) {
        long passed = 0;
        boolean stateful = UseCases.named(service[0]).isStateful();
        int seeds = stateful ? TURNS : SEEDS;
        for (int bytes : stateful ? SIZES_OF_STORES : SIZES) {
            for (int seed = 1; seed <= seeds; seed++) {
                SummaryGeneratingListener listener = new SummaryGeneratingListener();
                launcher.execute(request(service, bytes, seed), listener);
                TestExecutionSummary summary = listener.getSummary();
                passed += summary.getTestsSucceededCount();
                for (TestExecutionSummary.Failure failure : summary.getFailures()) {
                    String why = String.valueOf(failure.getException().getMessage());
                    out.println("failed " + failure.getTestIdentifier().getDisplayName() + " (" + bytes + " B, seed "
                            + seed + "): " + why.replaceAll("\\s+", " "));
                }
            }
        }
        out.println("passed " + passed);
    }

    private static LauncherDiscoveryRequest request(String[] service, int bytes, int seed) {
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(Cases.of(service[0])))
                .configurationParameter(ConsumerExtension.BINDING, service[1])
                .configurationParameter(ConsumerExtension.URL, service[2])
                .configurationParameter(ConsumerExtension.BYTES, Integer.toString(bytes))
                .configurationParameter(ConsumerExtension.SEED, Integer.toString(seed))
                .build();
    }
}
