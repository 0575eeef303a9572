// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.messkit.testnodes.controller.Home;

/** Runs as a user names them. */
final class RunFolders {
    private RunFolders() {}

    /** The folder of that path, or of that name below {@code results/runs}. */
    static Path find(String name) throws IOException {
        Path given = Path.of(name);
        Path folder = Files.isDirectory(given) ? given : Home.find().runs().resolve(name);
        if (!Files.isDirectory(folder)) {
            throw UserError.usage("there is no run '" + name + "'; see: messkit list runs");
        }
        return folder;
    }
}
