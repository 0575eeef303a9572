// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.messkit.results.log.Calibration;
import org.messkit.results.log.Cell;
import picocli.CommandLine;

/** The program in this process, in a home that has a room and scenarios and nothing that could be started. */
class CommandLineTest {
    private static final String FINE = """
            <scenario xmlns="urn:messkit:scenario:1" name="fine" seed="42">
              <goal>What does it cost?</goal>
              <services>null/baseline@pox</services>
              <payload bytes="5000"/>
              <closed concurrency="1 2"/>
            </scenario>
            """;

    @TempDir
    private Path home;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Map<String, String> before = new HashMap<>();

    @BeforeEach
    void furnish() throws IOException {
        for (String property : List.of("messkit.home", "messkit.checkout")) {
            before.put(property, System.getProperty(property));
            System.setProperty(property, home.toString());
        }
        Path room = Files.createDirectories(home.resolve("rooms/baseline"));
        Files.writeString(
                room.resolve("technology.properties"),
                "name=baseline\ntitle=the null service\nuse-cases=null\nbindings=pox\nversions=jetty:12");
        Files.createDirectories(home.resolve("scenarios"));
        scenario("fine", FINE);
    }

    @AfterEach
    void leave() {
        before.forEach((property, value) -> {
            if (value == null) {
                System.clearProperty(property);
            } else {
                System.setProperty(property, value);
            }
        });
    }

    static List<String> verbs() {
        return List.copyOf(MessKit.commandLine().getSubcommands().keySet());
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void everyVerbHelps(String verb) {
        assertEquals(0, messkit(verb, "--help"), err.toString());
        assertTrue(out.toString().contains("Usage: messkit " + verb), out.toString());
    }

    @Test
    void theProgramHelpsAndListsItsExitCodes() {
        assertEquals(0, messkit("--help"));
        verbs().forEach(verb -> assertTrue(out.toString().contains("  " + verb), verb));
        Stream.of("0 ", "1 ", "2 ", "3 ", "4 ", "5 ", "130 ")
                .forEach(code -> assertTrue(out.toString().contains("\n  " + code), code));
        assertEquals(0, messkit("--version"));
    }

    @Test
    void aProfileUnderLoadTakesItsLevelFromACalibration() throws IOException {
        Path file = home.resolve("calibration.xml");
        Calibration.Range other = new Calibration.Range(
                "null/baseline@soap11",
                new Cell.Payload(5_000, 3, 2),
                List.of(1, 2),
                OptionalInt.empty(),
                OptionalDouble.empty(),
                OptionalInt.empty(),
                2,
                100,
                "undecided");
        new Calibration("calibrate-1", List.of(other)).write(file);
        assertEquals(
                2,
                messkit(
                        "profile",
                        "null/baseline@pox",
                        "--under-load",
                        "--calibration",
                        file.toString(),
                        "--payload",
                        "5kB",
                        "--share-machine"),
                err.toString());
        assertTrue(err.toString().contains("has no level for null/baseline@pox with 5000 bytes"), err.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "walk",
                "run",
                "run a b",
                "run --fast fine",
                "run no-such",
                "plan",
                "plan no-such",
                "serve",
                "serve nonsense",
                "serve */none@*",
                "serve --port many null/baseline@pox",
                "serve --port 1 null/baseline@pox buffet/dom@pox",
                "test */none@*",
                "report",
                "report no-such",
                "compare",
                "compare --format nonsense a b",
                "list",
                "list everything"
            })
    void wrongUsageIs2AndNoStackTrace(String line) {
        assertEquals(2, messkit(line.isEmpty() ? new String[0] : line.split(" ")), err.toString());
        assertFalse(err.toString().isBlank());
        assertFalse(err.toString().contains("\tat "), err.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "run fine, jdbc:postgresql://host/orders?user=me&password=secret",
        "serve null/baseline@pox, jdbc:postgresql://me:secret@host/orders",
        "test null/baseline@pox, jdbc:h2:mem:orders;PASSWORD=secret",
        "data verify null/baseline@pox, jdbc:postgresql://host/orders?sslpassword=secret"
    })
    void aPasswordInAUrlIsRefusedAndNotShown(String verb, String url) {
        assertEquals(2, messkit((verb + " --jdbc-url " + url).split(" ")), err.toString());
        assertTrue(
                err.toString()
                        .startsWith("Invalid value for option '--jdbc-url': a URL must not carry a password,"
                                + " --jdbc-password-file names a file with it"),
                err.toString());
        assertFalse(err.toString().contains("secret"), err.toString());
    }

    @Test
    void anUnknownScenarioIsAnsweredWithTheKnownOnes() throws IOException {
        scenario("another", FINE.replace("fine", "another"));
        assertEquals(2, messkit("run", "no-such"));
        assertEquals(
                "there is no scenario 'no-such', neither a file nor one of: another, fine",
                err.toString().strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan", "run"})
    void allProblemsOfABrokenScenarioAreSaid(String verb) throws IOException {
        scenario(
                "broken",
                FINE.replace("bytes=\"5000\"", "bytes=\"5\"")
                        .replace("1 2", "one 2")
                        .replace("</goal>", "</goal><timing window=\"3\"/>"));
        assertEquals(2, messkit(verb, "broken"));
        List<String> lines = err.toString().lines().toList();
        assertEquals(3, lines.size(), err.toString());
        assertTrue(lines.get(0).contains("broken.xml:2:"), err.toString());
        assertTrue(lines.get(1).endsWith("broken.xml:4:3: null: bytes must be at least 46, got: 5"), err.toString());
        assertTrue(lines.get(2).contains("broken.xml:5:3: concurrency must be"), err.toString());
        assertFalse(Files.exists(home.resolve("results")), "nothing is written");
    }

    @Test
    void aRunIsEitherNewOrGoesOn() {
        assertEquals(2, messkit("run"));
        assertEquals(2, messkit("run", "fine", "--resume", "results/runs/x"));
        assertEquals(2, messkit("run", "--resume", "results/runs/x", "--out", "y"));
        assertTrue(err.toString().contains("--out has no place beside it"), err.toString());
    }

    @Test
    void aPlanListsItsCells() {
        assertEquals(0, messkit("plan", "fine"), err.toString());
        List<String> lines = out.toString().lines().toList();
        assertEquals("cell  fork  service            payload B  load", lines.get(0));
        assertTrue(lines.get(1).startsWith("   1     1  null/baseline@pox       5000"), lines.get(1));
        assertTrue(
                out.toString().strip().matches("(?s).*2 test cases in 1 service processes, about [0-9:]+, seed 42"),
                out.toString());
    }

    @Test
    void aPlanTellsPayloadsOfTheSameBytesApart() throws IOException {
        scenario("alike", FINE.replace("fine", "alike").replace("1 2", "1").replace("<payload bytes=\"5000\"/>", """
                        <payload bytes="5000"/><payload bytes="5000" share="0.1"/><payload bytes="5000" share="0.9"/>
                        <payload bytes="5000" elements="3"/><payload bytes="5000" depth="4" invalid="0.5"/>
                        <payload bytes="5000" share="0.9" answer="full"/>
                        """));
        assertEquals(0, messkit("plan", "alike"), err.toString());
        assertEquals(
                List.of(
                        "5000",
                        "5000, 3 elements",
                        "5000, depth 4, invalid 0.5",
                        "5000, share 0.1",
                        "5000, share 0.9",
                        "5000, share 0.9 full"),
                out.toString()
                        .lines()
                        .filter(line -> line.contains("null/baseline@pox"))
                        .map(line -> line.strip().split(" {2,}")[3])
                        .sorted()
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"services", "use-cases", "technologies", "bindings", "scenarios", "runs", "USE-CASES"})
    void everythingCanBeListed(String what) {
        assertEquals(0, messkit("list", what), err.toString());
        assertFalse(out.toString().isBlank());
    }

    @Test
    void listsNameWhatTheyList() throws IOException {
        Files.createDirectories(home.resolve("results/runs/fine-20261123T100000Z"));
        messkit("list", "services");
        messkit("list", "scenarios");
        messkit("list", "runs");
        assertTrue(out.toString().contains("null/baseline@pox  the null service"), out.toString());
        assertTrue(out.toString().contains("What does it cost?"), out.toString());
        assertTrue(out.toString().contains("none, see: messkit report fine-20261123T100000Z"), out.toString());
    }

    @Test
    void aFolderThatIsNoRunIsInfrastructure() throws IOException {
        Files.createDirectories(home.resolve("results/runs/empty"));
        assertEquals(5, messkit("report", "empty"));
        assertTrue(err.toString().startsWith("messkit: "), err.toString());
        assertFalse(err.toString().contains("\tat "), err.toString());
    }

    @Test
    void aDamagedRoomIsInfrastructureAndNamed() throws IOException {
        Files.writeString(home.resolve("rooms/baseline/technology.properties"), "name=baseline");
        assertEquals(5, messkit("list", "services"));
        assertTrue(err.toString().contains("the descriptor has no 'title'"), err.toString());
    }

    private void scenario(String name, String text) throws IOException {
        Files.writeString(home.resolve("scenarios/" + name + ".xml"), text);
    }

    private int messkit(String... arguments) {
        CommandLine program = MessKit.commandLine();
        program.setOut(new PrintWriter(out, true));
        program.setErr(new PrintWriter(err, true));
        return program.execute(arguments);
    }
}
