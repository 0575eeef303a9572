// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.node;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.messkit.consumers.cases.Cases;
import org.messkit.consumers.cases.ConsumerExtension;

/**
 * Runs a use case's test case with JUnit against a live service, over several sizes and seeds, and prints {@code failed …}
 * per failure and {@code passed N} at the end.
 */
public final class FunctionalTestMain {
    private static final List<Integer> SIZES = List.of(2_000, 5_000, 20_000, 100_000, 500_000);
    private static final int SEEDS = 4;

    private FunctionalTestMain() {}

    /** Takes the use case, the binding and the URL of the service. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.setOut(System.err);
        Launcher launcher = LauncherFactory.create();
        long passed = 0;
        for (int bytes : SIZES) {
            for (int seed = 1; seed <= SEEDS; seed++) {
                SummaryGeneratingListener listener = new SummaryGeneratingListener();
                launcher.execute(request(arguments, bytes, seed), listener);
                TestExecutionSummary summary = listener.getSummary();
                passed += summary.getTestsSucceededCount();
                for (TestExecutionSummary.Failure failure : summary.getFailures()) {
                    out.println("failed " + failure.getTestIdentifier().getDisplayName() + " (" + bytes + " B, seed "
                            + seed + "): "
                            + String.valueOf(failure.getException().getMessage())
                                    .replaceAll("\\s+", " "));
                }
            }
        }
        out.println("passed " + passed);
        Runtime.getRuntime().halt(0);
    }

    private static LauncherDiscoveryRequest request(String[] arguments, int bytes, int seed) {
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(Cases.of(arguments[0])))
                .configurationParameter(ConsumerExtension.BINDING, arguments[1])
                .configurationParameter(ConsumerExtension.URL, arguments[2])
                .configurationParameter(ConsumerExtension.BYTES, Integer.toString(bytes))
                .configurationParameter(ConsumerExtension.SEED, Integer.toString(seed))
                .build();
    }
}
