// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.messkit.testnodes.controller.Home;
import org.messkit.testnodes.controller.process.JvmSettings;

/**
 * Every service in its turn: the kit's own functional tests, and clients that we did not write, which read the WSDL that a service
 * serves. They start once for all.
 */
class WholeListIT {
    private static final Pattern ROW = Pattern.compile("(?m)^(\\S+/\\S+@\\S+) +(http://[^\\s?]+)(\\?wsdl)?\\s*$");
    private static final int PATIENCE_MINUTES = 3;

    @TempDir
    private static Path folder;

    private static Kit kit;
    private static final Map<String, String> SERVICES = new LinkedHashMap<>();
    private static final List<String> SOAP = new ArrayList<>();

    @BeforeAll
    static void serve() throws Exception {
        // The collector's log comes before the line that says that a service is ready, and goes on for as long as it
        // serves.
        List<String> options = List.of("--jvm-option=" + JvmSettings.QUICK_COMPILER, "--jvm-option=-Xlog:gc*");
        kit = Kit.start(folder, List.of(), "serve", options.get(0), options.get(1), "*/*@*");
        Kit.await("services", () -> kit.outputOrNothing().contains("admin: "));
        ROW.matcher(kit.output()).results().forEach(row -> {
            SERVICES.put(row.group(1), row.group(2));
            if (row.group(3) != null) {
                SOAP.add(row.group(2));
            }
        });
    }

    @AfterAll
    static void end() {
        kit.close();
    }

    @Test
    void everyServicePassesItsFunctionalTests(@TempDir Path own) throws Exception {
        List<String> command = new ArrayList<>(List.of("test"));
        command.addAll(SERVICES.keySet());
        SERVICES.values().forEach(url -> command.addAll(List.of("--target", url)));
        try (Kit tests = Kit.start(own, List.of(), command.toArray(new String[0]))) {
            assertEquals(0, tests.exitCode(), tests::outputOrNothing);
            assertFalse(tests.output().contains(": 0 passed"), tests.output());
            assertEquals(
                    new Home(Kit.home()).rooms().matching("*/*@*").size(),
                    tests.output().lines().count());
        }
    }

    @Test
    void servicesThatDoNotRunAreStartedForTheirTests(@TempDir Path own) throws Exception {
        try (Kit tests = Kit.start(own, List.of(), "test", "tv-dinner/stax@pox", "sushi-boats/stax@soap11")) {
            assertEquals(0, tests.exitCode(), tests::outputOrNothing);
            assertFalse(tests.output().contains(": 0 passed"), tests.output());
            assertEquals(2, tests.output().lines().count(), tests.output());
        }
    }

    @Test
    void targetsMustBeAsManyAsServices(@TempDir Path own) throws Exception {
        try (Kit tests = Kit.start(own, List.of(), "test", "null/*@pox", "--target", "http://127.0.0.1:1/")) {
            assertEquals(2, tests.exitCode(), tests::outputOrNothing);
            assertTrue(tests.output().contains("--target must stand once for each service, got: 1"), tests.output());
        }
    }

    @Test
    void anOptionThatTheJvmDoesNotKnowIsNamed(@TempDir Path own) throws Exception {
        try (Kit serve = Kit.start(own, List.of(), "serve", "null/baseline@pox", "--jvm-option=-XX:NoSuchThing")) {
            assertEquals(5, serve.exitCode(), serve::outputOrNothing);
            assertTrue(
                    serve.output().contains("it did not start: Unrecognized VM option 'NoSuchThing'"), serve.output());
        }
    }

    @Test
    void aStockClientCallsEverySoapService() throws Exception {
        Tools.require("needs node and npm", "npm", "--version");
        Path client = Kit.checkout().resolve("dist/target/interop");
        Files.createDirectories(client);
        for (String file : List.of("package.json", "package-lock.json", "call-services.js")) {
            Path source = Kit.checkout().resolve("dist/src/test/interop").resolve(file);
            Files.copy(source, client.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        assertEquals(0, run(client, List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")), said(client));
        List<String> command = new ArrayList<>(List.of("node", "call-services.js"));
        command.addAll(SOAP);
        int exit = run(client, command);
        String said = said(client);
        assertEquals(0, exit, said);
        assertEquals(
                SOAP.size(),
                said.lines().filter(line -> line.endsWith(": right")).count(),
                said);
    }

    @Test
    void aClientGeneratedFromTheWsdlCallsEverySoapService() throws Exception {
        for (String binding : List.of("soap11", "soap12")) {
            for (String useCase : List.of("tv-dinner", "sushi-boats", "buffet", "pantry")) {
                List<String> services = SOAP.stream()
                        .filter(url -> url.contains("/" + binding + "/" + useCase + "/"))
                        .toList();
                assertTrue(services.size() > 1, SOAP.toString());
                try (GeneratedClient client = new GeneratedClient(services.get(0), useCase, binding)) {
                    for (String service : services) {
                        client.call(service);
                    }
                }
            }
        }
    }

    private static int run(Path folder, List<String> command) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("said.txt").toFile())
                    .start();
        } catch (IOException e) {
            return -1;
        }
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError(command + " did not end:\n" + said(folder));
        }
        return process.exitValue();
    }

    private static String said(Path folder) throws IOException {
        return Files.readString(folder.resolve("said.txt"));
    }
}
