// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.messkit.consumers.http.Binding;
import org.messkit.consumers.http.SocketExchange;
import org.messkit.consumers.http.Target;
import org.messkit.services.spi.ServiceName;
import org.messkit.testnodes.controller.Home;
import org.messkit.testnodes.controller.process.JvmSettings;
import org.messkit.testnodes.controller.process.ServiceProcess;
import org.messkit.testnodes.controller.room.Room;
import org.messkit.usecases.Payload;
import org.messkit.usecases.UseCases;

/**
 * What each technology takes of a developer, and of a machine before any load, per use case: a table in Markdown. Lines are those that
 * are neither blank nor a comment; of the code of several use cases all counts for each, of variants none. Run from the root of a built
 * checkout, through the script beside it.
 */
final class Productivity {
    /** Each with the binding that it is asked on. */
    private static final List<String> TECHNOLOGIES =
            List.of("jaxb@pox", "stax@pox", "aalto@pox", "sax@pox", "dom@pox", "saxon@pox", "basex@pox", "basex@restxq");
    private static final List<String> USE_CASES = List.of("tv-dinner", "sushi-boats", "buffet");
    private static final int STARTS = 3;
    private static final long REST_MILLIS = 2_000;
    private static final Pattern TYPE = Pattern.compile("\\b[A-Z]\\w*\\b");

    private final Path root;
    private final Home home;

    private Productivity(Path root) throws IOException {
        this.root = root;
        this.home = Home.find();
    }

    public static void main(String[] arguments) throws Exception {
        Productivity productivity = new Productivity(Path.of("").toAbsolutePath());
        if (List.of(arguments).contains("--counts")) {
            productivity.printCounts();
        } else {
            productivity.print();
        }
    }

    private void print() throws Exception {
        JvmSettings jvm = new JvmSettings(Home.java(), "256m", "Serial", List.of(0, 1), false);
        System.out.println("Measured on " + LocalDate.now() + ": " + processor() + ", Java "
                + System.getProperty("java.version") + ", heap 256 MB, serial collector, binding pox where none is named, " + STARTS
                + " starts each; median (least to greatest).\n");
        System.out.println("| service | own lines | generated lines | libraries (MB) | of them not the host's (MB) | start (ms) |"
                + " first request (ms) | memory at rest (MB) |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        Set<String> host = archives("baseline").keySet();
        for (String technology : TECHNOLOGIES) {
            for (String useCase : USE_CASES) {
                List<double[]> starts = new ArrayList<>();
                for (int i = 0; i < STARTS; i++) {
                    starts.add(start(ServiceName.parse(useCase + "/" + technology), jvm));
                }
                System.out.printf(
                        "%s %s | %s | %s |%n",
                        counts(technology, useCase, host), spread(starts, 0), spread(starts, 1), spread(starts, 2));
            }
        }
    }

    /** What needs no measuring: the beginnings of the table's rows. */
    private void printCounts() throws IOException {
        Set<String> host = archives("baseline").keySet();
        for (String service : TECHNOLOGIES) {
            for (String useCase : USE_CASES) {
                System.out.println(counts(service, useCase, host));
            }
        }
    }

    private String counts(String service, String useCase, Set<String> host) throws IOException {
        String technology = service.replaceFirst("@.*", "");
        boolean inQueries = service.endsWith("@restxq");
        Map<String, Long> own = archives(technology);
        double all = megabytes(own);
        own.keySet().removeAll(host);
        return String.format(
                Locale.ROOT,
                "| `%s/%s` | %d | %d | %.1f | %.1f |",
                useCase,
                service.replace("@pox", ""),
                inQueries ? linesAroundQueries(technology, useCase) : ownLines(technology, useCase),
                generatedLines(technology, useCase),
                all,
                megabytes(own));
    }

    /** Milliseconds to ready and to the first answer, and resident megabytes after that. */
    private double[] start(ServiceName service, JvmSettings jvm) throws Exception {
        Path log = Files.createTempFile("messkit-productivity", ".log");
        Room room = home.rooms().of(service);
        long before = System.nanoTime();
        try (ServiceProcess process =
                ServiceProcess.start(room, List.of(service), jvm, ServiceProcess.Options.NONE, log)) {
            long ready = System.nanoTime();
            Target target = Target.of(process.url(service));
            byte[] payload = UseCases.named(service.useCase())
                    .generator(Payload.ofBytes(5_000), 1)
                    .next()
                    .request();
            byte[] head = Binding.named(service.binding()).head(target, payload.length);
            byte[] request = Arrays.copyOf(head, head.length + payload.length);
            System.arraycopy(payload, 0, request, head.length, payload.length);
            long sent;
            long answered;
            try (SocketExchange exchange = new SocketExchange(target, Duration.ofSeconds(60), 1 << 20)) {
                sent = System.nanoTime();
                int status = exchange.send(request).status();
                answered = System.nanoTime();
                if (status != 200) {
                    throw new IOException(service + " answered " + status);
                }
            }
            Thread.sleep(REST_MILLIS);
            return new double[] {(ready - before) / 1e6, (answered - sent) / 1e6, residentMegabytes(process)};
        } finally {
            Files.delete(log);
        }
    }

    private static double residentMegabytes(ServiceProcess process) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc", Long.toString(process.handle().pid()), "status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1e3;
            }
        }
        throw new IOException("the system does not tell the memory of processes");
    }

    private static String spread(List<double[]> starts, int figure) {
        double[] sorted = starts.stream().mapToDouble(start -> start[figure]).sorted().toArray();
        return String.format(
                Locale.ROOT, "%.0f (%.0f to %.0f)", sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1]);
    }

    private static double megabytes(Map<String, Long> archives) {
        return archives.values().stream().mapToLong(Long::longValue).sum() / 1e6;
    }

    private Map<String, Long> archives(String technology) throws IOException {
        Map<String, Long> archives = new TreeMap<>();
        try (Stream<Path> jars = Files.list(root.resolve("services/" + technology + "/target/shared"))) {
            for (Path jar : jars.toList()) {
                if (!jar.getFileName().toString().startsWith("messkit-")) {
                    archives.put(jar.getFileName().toString(), Files.size(jar));
                }
            }
        }
        return archives;
    }

    /** Of a use case's queries; or of all classes but those that only other use cases or only variants need. */
    private long ownLines(String technology, String useCase) throws IOException {
        Map<String, String> sources = new LinkedHashMap<>(sources("services/" + technology + "/src/main/java"));
        String pom = Files.readString(root.resolve("services/" + technology + "/pom.xml"));
        Set<String> room = Set.copyOf(sources.keySet());
        // A room that only writes with it needs little of it.
        if (sources.values().stream().anyMatch(source -> source.contains("Woodstox.input("))) {
            sources.putAll(sources("services/woodstox/src/main/java"));
        }
        boolean streams = pom.contains("messkit-services-streaming");
        if (streams) {
            sources.putAll(sources("services/streaming/src/main/java"));
        }
        if (streams || pom.contains("messkit-services-business")) {
            sources.putAll(sources("services/business/src/main/java"));
        }
        sources.keySet().retainAll(withNeeds(room, sources));
        sources.keySet().removeAll(variants(sources));
        Map<String, Set<String>> needs = new TreeMap<>();
        for (String other : USE_CASES) {
            needs.put(other, needed(sources, other));
        }
        long lines = 0;
        for (Map.Entry<String, String> source : sources.entrySet()) {
            boolean elsewhere = needs.entrySet().stream()
                    .anyMatch(need -> !need.getKey().equals(useCase) && need.getValue().contains(source.getKey()));
            if (needs.get(useCase).contains(source.getKey()) || !elsewhere) {
                lines += javaLines(source.getValue());
            }
        }
        return lines + queryLines(technology, useCase);
    }

    /** Of what is written wholly in XQuery: the modules, and the Java that puts the servlet on the host. */
    private long linesAroundQueries(String technology, String useCase) throws IOException {
        Map<String, String> sources = sources("services/" + technology + "/src/main/java");
        long lines = queryLines(technology, useCase) + queryLines(technology, "problem");
        for (String name : withNeeds(Set.of("Restxq"), sources)) {
            lines += javaLines(sources.get(name));
        }
        return lines;
    }

    private long queryLines(String technology, String name) throws IOException {
        long lines = 0;
        for (String folder : List.of("src/main/resources/org/messkit/services/" + technology, "src/main/restxq")) {
            for (String ending : List.of(".xq", ".xqm")) {
                Path file = root.resolve("services/" + technology).resolve(folder).resolve(name + ending);
                lines += Files.exists(file) ? queryLines(Files.readString(file)) : 0;
            }
        }
        return lines;
    }

    /** Types that speak the use case's namespace, those that they need, and those that need nothing but one of these. */
    private static Set<String> needed(Map<String, String> sources, String useCase) {
        Set<String> all = new TreeSet<>();
        sources.forEach((name, source) -> {
            if (source.contains("urn:messkit:" + useCase + ":")) {
                all.add(name);
            }
        });
        Set<String> seeds = Set.copyOf(all);
        sources.forEach((name, source) -> {
            Set<String> others = references(source, sources.keySet());
            boolean hub = USE_CASES.stream()
                    .filter(other -> !other.equals(useCase))
                    .anyMatch(other -> sources.entrySet().stream()
                            .anyMatch(s -> others.contains(s.getKey())
                                    && s.getValue().contains("urn:messkit:" + other + ":")));
            if (!hub && others.stream().anyMatch(seeds::contains)) {
                all.add(name);
            }
        });
        return withNeeds(all, sources);
    }

    private static Set<String> withNeeds(Set<String> types, Map<String, String> sources) {
        Set<String> all = new TreeSet<>(types);
        List<String> open = new ArrayList<>(types);
        while (!open.isEmpty()) {
            for (String name : references(sources.get(open.remove(open.size() - 1)), sources.keySet())) {
                if (all.add(name)) {
                    open.add(name);
                }
            }
        }
        return all;
    }

    /** Types that the technology makes for variants only. */
    private static Set<String> variants(Map<String, String> sources) {
        Set<String> best = new HashSet<>();
        Set<String> others = new HashSet<>();
        sources.forEach((name, source) -> {
            if (name.endsWith("Technology")) {
                for (String arm : source.split("case ")) {
                    (arm.matches("(?s)\"[\\w-]*\\+.*|(?s)\"sax\".*") ? others : best).addAll(references(arm, sources.keySet()));
                }
            }
        });
        Set<String> variants = new HashSet<>(others);
        variants.removeAll(best);
        // What only variants need is theirs.
        for (boolean more = true; more; ) {
            Set<String> only = sources.keySet().stream()
                    .filter(name -> !variants.contains(name) && !name.endsWith("Technology"))
                    .filter(name -> {
                        List<String> users = sources.keySet().stream()
                                .filter(user -> !user.equals(name) && !user.endsWith("Technology"))
                                .filter(user -> references(sources.get(user), Set.of(name)).contains(name))
                                .toList();
                        return !users.isEmpty() && variants.containsAll(users) && !best.contains(name);
                    })
                    .collect(Collectors.toSet());
            more = variants.addAll(only);
        }
        return variants;
    }

    private static Set<String> references(String source, Set<String> types) {
        Matcher words = TYPE.matcher(javaCode(source));
        Set<String> references = new HashSet<>();
        while (words.find()) {
            if (types.contains(words.group())) {
                references.add(words.group());
            }
        }
        return references;
    }

    private Map<String, String> sources(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(root.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .sorted()
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            Productivity::read,
                            (one, other) -> one,
                            LinkedHashMap::new));
        }
    }

    private long generatedLines(String technology, String useCase) throws IOException {
        Path folder = root.resolve("services/" + technology + "/target/generated-sources/" + useCase);
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(Productivity::read)
                    .mapToLong(Productivity::javaLines)
                    .sum();
        }
    }

    private static long javaLines(String source) {
        return lines(javaCode(source));
    }

    private static String javaCode(String source) {
        return source.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?m)^\\s*//.*$", "");
    }

    private static long queryLines(String query) {
        return lines(query.replaceAll("(?s)\\(:.*?:\\)", ""));
    }

    private static long lines(String code) {
        return code.lines().filter(line -> !line.isBlank()).count();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String processor() throws IOException {
        Function<String, String> fact = name -> {
            try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
                return lines.filter(line -> line.startsWith(name))
                        .map(line -> line.replaceFirst("[^:]*:\\s*", ""))
                        .findFirst()
                        .orElse("unknown");
            } catch (IOException e) {
                return "unknown";
            }
        };
        return fact.apply("model name") + ", " + Runtime.getRuntime().availableProcessors() + " processors";
    }
}
