// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.messkit.services.spi.ServiceName;
import org.messkit.testnodes.controller.Home;
import org.messkit.testnodes.controller.room.Room;
import org.messkit.testnodes.controller.room.Rooms;
import org.messkit.usecases.UseCase;
import org.messkit.usecases.UseCases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code messkit list}. */
@Command(
        name = "list",
        description = "Lists what there is: services, use-cases, technologies, bindings, scenarios or runs.",
        mixinStandardHelpOptions = true)
final class ListVerb implements Callable<Integer> {
    /** What can be listed. */
    enum What {
        services,
        use_cases,
        technologies,
        bindings,
        scenarios,
        runs;

        @Override
        public String toString() {
            return name().replace('_', '-');
        }
    }

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "WHAT", description = "One of: ${COMPLETION-CANDIDATES}.")
    private What what;

    @Override
    public Integer call() throws IOException {
        Home home = Home.find();
        PrintWriter screen = spec.commandLine().getOut();
        screen.print(
                switch (what) {
                    case services -> services(home.rooms());
                    case use_cases -> useCases();
                    case technologies -> technologies(home.rooms());
                    case bindings -> bindings(home.rooms());
                    case scenarios -> scenarios(home);
                    case runs -> runs(home);
                });
        screen.flush();
        return ExitCode.OK;
    }

    private static Table services(Rooms rooms) {
        Table table = new Table("service", "technology");
        for (ServiceName service : rooms.services()) {
            table.row(service.toString(), rooms.of(service).title());
        }
        return table;
    }

    private static Table useCases() {
        Table table = new Table("use case", "what is asked");
        for (UseCase useCase : UseCases.all()) {
            table.row(useCase.name(), useCase.title());
        }
        return table;
    }

    private static Table technologies(Rooms rooms) {
        Table table = new Table("technology", "title", "use cases", "made of");
        for (Room room : rooms.all()) {
            table.row(room.name(), room.title(), String.join(" ", room.useCases()), words(room.versions()));
        }
        return table;
    }

    private static String words(Map<String, String> versions) {
        return String.join(
                ", ",
                versions.entrySet().stream()
                        .map(e -> e.getKey() + " " + e.getValue())
                        .toList());
    }

    private static Table bindings(Rooms rooms) {
        TreeSet<String> names = new TreeSet<>();
        rooms.services().forEach(service -> names.add(service.binding()));
        Table table = new Table("binding", "services");
        for (String name : names) {
            long count = rooms.services().stream()
                    .filter(s -> s.binding().equals(name))
                    .count();
            table.row(name, Long.toString(count));
        }
        return table;
    }

    private static Table scenarios(Home home) throws IOException {
        Table table = new Table("scenario", "test cases", "time", "goal");
        for (String name : Scenarios.names(home)) {
            var plan = Scenarios.plan(home, home.rooms(), name);
            table.row(
                    name,
                    Integer.toString(plan.cells()),
                    ScreenProgress.time(plan.limit()),
                    plan.scenario().goal().replaceAll("\\s+", " "));
        }
        return table;
    }

    private static Table runs(Home home) throws IOException {
        List<String> names = new ArrayList<>();
        if (Files.isDirectory(home.runs())) {
            try (DirectoryStream<Path> folders = Files.newDirectoryStream(home.runs(), Files::isDirectory)) {
                folders.forEach(folder -> names.add(folder.getFileName().toString()));
            }
        }
        names.sort(null);
        Table table = new Table("run", "report");
        for (String name : names) {
            Path report = home.runs().resolve(name).resolve("report.html");
            table.row(name, Files.exists(report) ? Scenarios.shown(report) : "none, see: messkit report " + name);
        }
        return table;
    }
}
