// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run.conditions;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Which state of its sources the kit was built from, as git tells it. */
final class GitState {
    private GitState() {}

    /** For example {@code 3f2a1bc} or {@code 3f2a1bc, changed}; empty where there is no git, or no checkout. */
    static Optional<String> of(Path checkout) {
        if (!Files.exists(checkout.resolve(".git"))) {
            return Optional.empty();
        }
        try {
            Process git = new ProcessBuilder(
                            "git", "-C", checkout.toString(), "describe", "--always", "--dirty=, changed")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            git.getOutputStream().close();
            String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor(10, TimeUnit.SECONDS) && git.exitValue() == 0 ? Optional.of(said) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
