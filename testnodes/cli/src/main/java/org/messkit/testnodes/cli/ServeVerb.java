// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.messkit.services.spi.ServiceName;
import org.messkit.testnodes.controller.Home;
import org.messkit.testnodes.controller.run.serve.ServedServices;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code messkit serve}. */
@Command(
        name = "serve",
        description =
                "Starts services in the foreground, one process per technology, and prints their URLs. Ends on Ctrl-C.",
        mixinStandardHelpOptions = true)
final class ServeVerb implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ServicePatterns patterns;

    @Mixin
    private ServiceHeap heap;

    @Mixin
    private ExistingDatabase database;

    @Option(
            names = "--jvm-option",
            paramLabel = "OPTION",
            description =
                    "Option of each process's JVM, as --jvm-option=-XX:StartFlightRecording; may stand many times.")
    private List<String> jvmOptions = List.of();

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "0",
            description = "Port, if one process serves all; 0 for any free one (default).")
    private int port;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Home home = Home.find();
        PrintWriter screen = spec.commandLine().getOut();
        List<ServiceName> services = TestVerb.choose(home, patterns.all());
        if (port != 0
                && services.stream().map(ServiceName::technology).distinct().count() > 1) {
            throw UserError.usage("--port is for services of one technology, got: " + services);
        }
        CountDownLatch ended = new CountDownLatch(1);
        try (ServedServices served = ServedServices.start(home, services, heap.size(), jvmOptions, port)) {
            served.onAnyExit(ended::countDown);
            Table table = new Table("service", "URL");
            for (ServiceName service : served.services()) {
                table.row(
                        service.toString(),
                        served.url(service) + (service.binding().startsWith("soap") ? "?wsdl" : ""));
            }
            screen.print(table);
            served.adminUrls().forEach(url -> screen.println("admin: " + url + "/health /ready /metrics"));
            screen.flush();
            ended.await();
            throw new IOException(served.obituary());
        }
    }
}
