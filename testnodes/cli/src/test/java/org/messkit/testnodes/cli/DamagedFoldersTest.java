// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Run;
import org.messkit.results.log.RunReader;
import picocli.CommandLine;

/**
 * Two hundred damaged folders of runs, half of them of runs that were killed: {@code report}, {@code compare} and {@code run --resume} say what
 * is wrong by name, take no figure from it, show no stack trace, and end.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DamagedFoldersTest {
    private static final int FOLDERS = 200;
    private static final List<Cell> CELLS = SampleFolder.cells(10_000);
    private static final Set<Integer> OK_OR_SAID = Set.of(0, 2, 4, 5);

    /** What a report comes to where these cells are left out. */
    private final Map<Set<Integer>, List<String>> clean = new HashMap<>();

    private Path temp;
    private Path finished;
    private Path killed;
    private Path foreign;

    @BeforeAll
    void write(@TempDir(factory = InMemory.class) Path folder) throws IOException {
        temp = folder;
        finished = temp.resolve("finished");
        killed = temp.resolve("killed");
        foreign = temp.resolve("foreign");
        SampleFolder.write(finished, "sample", CELLS, true);
        SampleFolder.write(killed, "sample", CELLS, false);
        SampleFolder.write(foreign, "foreign", SampleFolder.cells(20_000), true);
    }

    static IntStream seeds() {
        return IntStream.range(0, FOLDERS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void damageIsNamedAndInNoFigure(int seed) {
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> damaged(seed));
    }

    private void damaged(int seed) throws Exception {
        Random random = new Random(seed);
        FolderDamage damage = FolderDamage.draw(random);
        boolean ended = seed % 2 == 0;
        Path folder = copy(ended ? finished : killed, temp.resolve("run-" + seed));
        if (damage.isDerived()) {
            assertEquals(0, new Said("report", folder.toString()).code);
        }
        damage.to(folder, foreign, random);
        String context = damage + (ended ? " of a finished run" : " of a killed run");
        try {
            check(folder, damage, ended, context);
        } finally {
            FolderDamage.delete(folder);
        }
    }

    private void check(Path folder, FolderDamage damage, boolean ended, String context) throws IOException {
        Said resumed = new Said("run", "--share-machine", "--resume", folder.toString());
        Said compared = new Said("compare", finished.toString(), folder.toString());
        Said reported = new Said("report", folder.toString());
        for (Said said : List.of(resumed, compared, reported)) {
            assertTrue(OK_OR_SAID.contains(said.code), () -> context + ": " + said.code + "\n" + said.text);
            assertFalse(
                    said.text.matches("(?s).*(Exception|\\tat |bug of the kit).*"), () -> context + "\n" + said.text);
        }
        String name = damage.file();
        if (name.equals("run.xml") || reported.code == 5) {
            // No folder to write a derived file into, or no run at all: nothing is made of it.
            boolean lineOfManifest = name.equals("manifest.sha256");
            assertEquals(5, reported.code, context);
            assertTrue(reported.text.contains(lineOfManifest ? "run.xml" : name), () -> context + "\n" + reported.text);
            assertTrue(damage.isDerived() || resumed.code == 5 && compared.code == 5, context);
            assertTrue(damage.isDerived() || !Files.exists(folder.resolve("index.json")), context);
            return;
        }
        Set<Integer> out = left(folder);
        JsonObject index = JsonParser.parseString(Files.readString(folder.resolve("index.json")))
                .getAsJsonObject();
        List<String> files = new ArrayList<>();
        for (JsonElement problem : index.getAsJsonArray("problems")) {
            files.add(problem.getAsJsonObject().get("file").getAsString());
        }
        assertEquals(files.isEmpty() ? 0 : 4, reported.code, context);
        assertEquals(files.isEmpty() ? 0 : 4, compared.code, () -> context + "\n" + compared.text);
        assertEquals(clean(folder, out), figures(folder), context);
        // Of a killed run nobody knows the hash of the histograms; what may be damaged there without a word carries no
        // figure.
        boolean mayBeSilent = damage.isDerived() || name.equals("histograms.hlog") && !ended;
        boolean ofAnother = name.equals("manifest.sha256") || name.equals("histograms.hlog");
        assertTrue(
                mayBeSilent || files.contains(name) || ofAnother && !files.isEmpty(),
                () -> context + " is not named: " + files);
        assertEquals(damage.isDerived(), damage.isDerived() && files.isEmpty(), context);
        if (name.contains("/")) {
            int cell = name.charAt(name.indexOf("000") + 3) - '0';
            assertTrue(out.contains(cell), () -> context + " counts");
        }
        for (String file : files) {
            String console = "/" + file;
            assertTrue(reported.text.contains(console) && compared.text.contains(file), () -> context + ": " + file);
            assertTrue(Files.readString(folder.resolve("index.md")).contains(file), file);
            assertTrue(Files.readString(folder.resolve("report.html")).contains(file), file);
            assertTrue(Files.readString(folder.resolve("junit.xml")).contains(file), file);
        }
        Run run = RunReader.read(folder);
        boolean refuses = run.problems().stream().anyMatch(problem -> !problem.mendable());
        assertTrue(
                !refuses || resumed.code == 2 && resumed.text.contains("cannot go on: "), () -> context + resumed.text);
        for (Cell cell : CELLS) {
            if (out.contains(cell.id())) {
                assertTrue(
                        files.stream()
                                .anyMatch(file -> file.contains("000" + cell.id())
                                        || Set.of("cells", "manifest.sha256").contains(file)),
                        () -> context + ": cell " + cell.id() + " is left out unsaid");
                assertFalse(reported.text.contains(" " + tps(cell) + " "), () -> context + "\n" + reported.text);
            }
        }
    }

    private static String tps(Cell cell) {
        return cell.figures().orElseThrow().transactions() + ".0";
    }

    /** The cells that are in no row. */
    private static Set<Integer> left(Path folder) throws IOException {
        String summary = Files.readString(folder.resolve("summary.csv"));
        return CELLS.stream()
                .filter(cell ->
                        !summary.contains(cell.figures().orElseThrow().start().toString()))
                .map(Cell::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What the same run comes to without these cells, which nobody damaged. */
    private List<String> clean(Path like, Set<Integer> out) throws IOException {
        List<String> known = clean.get(out);
        if (known == null) {
            Path folder = temp.resolve("clean");
            List<Cell> cells =
                    CELLS.stream().filter(cell -> !out.contains(cell.id())).toList();
            Files.createDirectories(folder);
            Run run = RunReader.read(killed);
            Conclusions.write(new Run(folder, run.info(), run.end(), run.environment(), cells));
            known = figures(folder);
            FolderDamage.delete(folder);
            clean.put(out, known);
        }
        return known;
    }

    /** The files that people and scripts take figures from. */
    private static List<String> figures(Path folder) throws IOException {
        List<String> figures = new ArrayList<>();
        figures.add(Files.readString(folder.resolve("index.csv")));
        figures.add(Files.readString(folder.resolve("summary.csv")));
        try (Stream<Path> tables = Files.list(folder.resolve("tables"))) {
            for (Path table : tables.sorted().toList()) {
                figures.add(table.getFileName() + "\n" + Files.readString(table));
            }
        }
        return figures;
    }

    private static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)), LinkOption.NOFOLLOW_LINKS);
            }
        }
        return to;
    }

    /** Each report forces some forty files to the disk, which is not what is tested here. */
    static final class InMemory implements TempDirFactory {
        @Override
        public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext extension)
                throws IOException {
            Path memory = Path.of("/dev/shm");
            return Files.isWritable(memory)
                    ? Files.createTempDirectory(memory, "messkit")
                    : Files.createTempDirectory("messkit");
        }
    }

    /** What a verb did. */
    private static final class Said {
        private final int code;
        private final String text;

        Said(String... arguments) {
            StringWriter screen = new StringWriter();
            CommandLine program = MessKit.commandLine();
            program.setOut(new PrintWriter(screen, true));
            program.setErr(new PrintWriter(screen, true));
            code = MessKit.execute(program, arguments);
            text = screen.toString();
        }
    }
}
