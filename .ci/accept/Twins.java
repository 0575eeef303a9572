// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.messkit.results.index.RunIndex;
import org.messkit.results.index.compare.Comparison;
import org.messkit.results.index.compare.Pair;
import org.messkit.results.index.compare.Technologies;
import org.messkit.results.index.forks.Judgement.Word;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Run;
import org.messkit.results.log.RunReader;

/**
 * Compares a service with itself, in rooms of two names, and then with one of the two slowed down by what takes a tenth of its TPS. Two
 * runs of six pairs of cells are alike, one has the slow twin; six forks in place of four make up for fewer pairs. A table of alike ones
 * has a wrong claim in 5 % of cases (Holm), so two or more of twelve are in about 1 %. Where a pair is found in 95 % of cases, as simulated
 * for three forks already, five of six are in 97 %. Run from the root of a built checkout, through the script beside it.
 */
final class Twins {
    private static final int[] BYTES = {10_000, 40_000, 160_000};
    private static final int ALIKE = 2;
    private static final int SLOWED = 1;
    private static final int MOST_DIFFERENT = 1;
    private static final double LEAST_FOUND = 0.8;
    /** What 10 % fewer transactions take: the service has one core, so its time per transaction is its CPU time. */
    private static final double SLOWDOWN = 1 / 0.9 - 1;

    private record Seen(int pairs, long different, long slower) {}

    private Twins() {}

    public static void main(String[] arguments) throws Exception {
        Path temp = Files.createTempDirectory("messkit-twins");
        Path rooms = Files.createDirectory(temp.resolve("rooms"));
        room(rooms, "twin-a");
        room(rooms, "twin-b");
        List<Run> alike = new ArrayList<>();
        Seen same = new Seen(0, 0, 0);
        for (int i = 1; i <= ALIKE; i++) {
            alike.add(run(temp, rooms, "alike-" + i, ""));
            same = sum(same, seen(alike.get(i - 1)));
        }
        Seen slowed = new Seen(0, 0, 0);
        String spin = "messkit.twin-b.spin=" + spin(alike);
        for (int i = 1; i <= SLOWED; i++) {
            slowed = sum(slowed, seen(run(temp, rooms, "slowed-" + i, spin)));
        }
        System.out.println("alike: different " + same.different() + " of " + same.pairs());
        System.out.println("slowed by 10 %: found " + slowed.slower() + " of " + slowed.pairs());
        int cells = BYTES.length * 2;
        if (same.pairs() < ALIKE * cells || slowed.pairs() < SLOWED * cells || same.different() > MOST_DIFFERENT
                || slowed.slower() < LEAST_FOUND * slowed.pairs()) {
            System.exit(1);
        }
    }

    private static Seen sum(Seen a, Seen b) {
        return new Seen(a.pairs() + b.pairs(), a.different() + b.different(), a.slower() + b.slower());
    }

    private static Run run(Path temp, Path rooms, String name, String property) throws Exception {
        String payloads = Stream.of(BYTES).flatMapToInt(java.util.Arrays::stream)
                .mapToObj(bytes -> "<payload bytes='" + bytes + "'/>")
                .collect(Collectors.joining());
        Path scenario = Files.writeString(
                temp.resolve(name + ".xml"),
                "<scenario xmlns='urn:messkit:scenario:1' name='" + name + "'>"
                        + "<services>tv-dinner/twin-a@pox tv-dinner/twin-b@pox</services>" + payloads
                        + "<closed concurrency='2 4'/><timing warmup='8s' settle='300ms' window='3s' forks='6'/>"
                        + "<service-jvm heap='256m' gc='Parallel'"
                        + (property.isEmpty() ? "" : " properties='" + property + "'") + "/><limits ceiling='none'/></scenario>");
        Path out = temp.resolve("run-" + name);
        ProcessBuilder builder = new ProcessBuilder("./messkit", "run", scenario.toString(), "--out", out.toString())
                .redirectErrorStream(true)
                .redirectOutput(temp.resolve(name + ".out").toFile());
        builder.environment().put("MESSKIT_OPTS", "-Dmesskit.rooms=" + rooms);
        int code = builder.start().waitFor();
        if (!Files.exists(out.resolve("summary.csv"))) {
            throw new IOException("the run ended with " + code + ": " + Files.readString(temp.resolve(name + ".out")));
        }
        return RunReader.read(out);
    }

    /** Claims of the run about twin b against twin a. */
    private static Seen seen(Run run) {
        List<Pair> pairs = new ArrayList<>();
        for (Comparison comparison : Technologies.of(RunIndex.of(run))) {
            pairs.addAll(comparison.pairs());
        }
        long different = 0;
        long slower = 0;
        for (Pair pair : pairs) {
            Word word = pair.judgement().map(judgement -> judgement.word()).orElse(Word.NO_VERDICT);
            boolean turned = pair.one().name().contains("twin-b");
            different += word == Word.FASTER || word == Word.SLOWER ? 1 : 0;
            slower += word == (turned ? Word.SLOWER : Word.FASTER) ? 1 : 0;
            System.out.printf(
                    Locale.ROOT, "%s: %d B, %d users: b/a %.3f, a is %s%n", run.folder().getFileName(), pair.payload().bytes(),
                    pair.concurrency(), turned ? pair.ratio() : 1 / pair.ratio(), pair.words());
        }
        return new Seen(pairs.size(), different, slower);
    }

    /** For each size, the part of a transaction's CPU time that slows down as asked. */
    private static String spin(List<Run> runs) {
        return Stream.of(BYTES).flatMapToInt(java.util.Arrays::stream)
                .mapToObj(bytes -> bytes + "_" + Math.round(SLOWDOWN * nanos(runs, bytes)))
                .collect(Collectors.joining("-"));
    }

    private static double nanos(List<Run> runs, int bytes) {
        return runs.stream()
                .flatMap(run -> run.cells().stream())
                .filter(cell -> cell.payload().bytes() == bytes)
                .flatMap(cell -> cell.figures().stream())
                .mapToDouble(figures -> 1e9 * figures.cpu().serverCores() / figures.tps())
                .average()
                .orElseThrow();
    }

    /** A room as the one of StAX, of another name, whose technology is a thin one around that of StAX. */
    private static void room(Path rooms, String name) throws IOException {
        Path stax = Path.of("dist/target/kit/rooms/stax");
        Path room = Files.createDirectory(rooms.resolve(name));
        Path lib = Files.createDirectory(room.resolve("lib"));
        for (Path folder : List.of(stax.resolve("lib"), Path.of("services/stax/target/shared"))) {
            try (Stream<Path> jars = Files.list(folder)) {
                for (Path jar : jars.toList()) {
                    Files.copy(jar, lib.resolve(jar.getFileName()));
                }
            }
        }
        String descriptor = Files.readString(stax.resolve("technology.properties"));
        Files.writeString(
                room.resolve("technology.properties"),
                descriptor.replace("name=stax", "name=" + name));
        String source = Files.readString(Path.of(".ci/accept/TwinTechnology.java")).replace("@NAME@", name);
        Path folder = Files.createDirectories(room.resolve("source/twin"));
        Path file = Files.writeString(folder.resolve("TwinTechnology.java"), source);
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        int code = compiler.run(
                null, told, told, "--release", "17", "-cp", classPath(lib), "-d", room.resolve("source").toString(), file.toString());
        if (code != 0) {
            throw new IOException(told.toString(StandardCharsets.UTF_8));
        }
        try (OutputStream out = Files.newOutputStream(lib.resolve("twin.jar"));
                JarOutputStream jar = new JarOutputStream(out)) {
            put(jar, "META-INF/services/org.messkit.services.spi.Technology", "twin.TwinTechnology".getBytes(StandardCharsets.UTF_8));
            try (Stream<Path> classes = Files.list(folder)) {
                for (Path one : classes.filter(path -> path.toString().endsWith(".class")).toList()) {
                    put(jar, "twin/" + one.getFileName(), Files.readAllBytes(one));
                }
            }
        }
    }

    private static String classPath(Path lib) throws IOException {
        try (Stream<Path> jars = Files.list(lib)) {
            return jars.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        }
    }

    private static void put(JarOutputStream jar, String name, byte[] content) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        jar.write(content);
        jar.closeEntry();
    }
}
