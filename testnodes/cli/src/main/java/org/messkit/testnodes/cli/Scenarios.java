// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.messkit.testnodes.controller.Home;
import org.messkit.testnodes.controller.room.Rooms;
import org.messkit.testnodes.controller.scenario.Plan;
import org.messkit.testnodes.controller.scenario.ScenarioException;
import org.messkit.testnodes.controller.scenario.ScenarioReader;

/** Finds and reads the scenario that a user names. */
final class Scenarios {
    private static final int SEEDS = 1_000_000_000;

    private Scenarios() {}

    static Plan plan(Home home, Rooms rooms, String name) throws IOException {
        Path file = home.scenario(name);
        if (!Files.isRegularFile(file)) {
            throw UserError.usage("there is no scenario '" + name + "', neither a file nor one of: "
                    + String.join(", ", names(home)));
        }
        byte[] bytes = Files.readAllBytes(file);
        try {
            // A short seed is one that a reader can type.
            return Plan.of(
                    ScenarioReader.read(bytes, shown(file), rooms),
                    ThreadLocalRandom.current().nextInt(SEEDS));
        } catch (ScenarioException e) {
            throw UserError.usage(e.getMessage());
        }
    }

    static List<String> names(Home home) throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(home.scenarios(), "*.xml")) {
            files.forEach(file -> names.add(file.getFileName().toString().replaceFirst("\\.xml$", "")));
        }
        names.sort(null);
        return names;
    }

    /** A path as short as it can be said: below the working folder without that. */
    static String shown(Path file) {
        Path here = Path.of("").toAbsolutePath();
        Path absolute = file.toAbsolutePath().normalize();
        return absolute.startsWith(here) ? here.relativize(absolute).toString() : file.toString();
    }
}
