// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Which module may see which, and who may see which library; reads POMs and main sources, also names that are not imported. */
final class Arrows {
    /** Left may see right, nothing else of the kit. What is below services and not named here is a technology. */
    private static final Map<String, Set<String>> MODULES = table("""
            schemas               ->
            usecases              -> schemas
            loads                 ->
            services/spi          ->
            services/host         -> schemas services/spi
            services/contract     -> schemas services/spi services/host usecases consumers/http
            services/room         -> services/spi services/host
            services/whitebox     -> services/spi usecases
            services/business     -> services/spi
            services/woodstox     -> services/spi
            services/streaming    -> services/spi services/business
            services/pantry       -> services/spi services/woodstox
            services/relational   -> services/spi services/pantry
            services/postgres     -> services/spi services/pantry services/relational
            services/xmldb        -> services/spi services/pantry
            services/*            -> schemas services/spi services/business services/woodstox services/streaming services/pantry services/relational services/postgres services/xmldb
            consumers/http        ->
            consumers/cases       -> usecases consumers/http
            testnodes/wire        -> usecases loads
            testnodes/fleet       -> usecases testnodes/wire
            testnodes/monitor     ->
            testnodes/node        -> usecases consumers/http consumers/cases loads testnodes/wire
            testnodes/controller  -> schemas usecases loads services/spi testnodes/wire testnodes/fleet testnodes/monitor results/series results/log results/index results/profile results/report
            testnodes/cli         -> usecases loads services/spi testnodes/controller testnodes/monitor results/log results/index results/profile results/report
            dist                  -> services/whitebox testnodes/node
            results/series        ->
            results/log           -> schemas usecases loads
            results/index         -> loads results/series results/log
            results/profile       -> results/series results/log results/index
            results/report        -> schemas loads results/series results/log results/index results/profile
            """);

    /** These packages are for these modules alone. */
    private static final Map<String, Set<String>> RESERVED = table("""
            org.eclipse.jetty     -> services/host
            org.apache.cxf        -> services/host
            jakarta.servlet       -> services/host
            jakarta.xml.ws        -> services/host
            org.junit             -> services/contract consumers/cases testnodes/node
            org.xmlunit           -> services/contract services/whitebox consumers/cases
            org.openjdk.jmh       -> services/whitebox
            com.zaxxer.hikari     -> services/relational
            org.flywaydb          -> services/relational
            picocli               -> testnodes/cli
            """);

    /** These modules see these packages alone, and their own. */
    private static final Map<String, Set<String>> CONFINED = table("""
            services/spi          -> java javax.xml org.w3c.dom org.xml.sax
            services/business     -> java javax.xml
            services/streaming    -> java javax.xml
            consumers/http        -> java.io java.lang java.net java.nio java.time java.util
            loads                 -> java.lang java.math java.time java.util org.HdrHistogram
            results/series        -> java.lang java.util org.apache.commons.statistics
            testnodes/wire        -> java.io java.lang java.nio java.time java.util org.HdrHistogram com.google.gson
            testnodes/fleet       -> java.io java.lang java.time java.util
            """);

    private static final Pattern NOT_CODE =
            Pattern.compile("/\\*.*?\\*/|//[^\\n]*|\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile(
            "(?<![\\w.])((?:org|com|net|java|javax|jakarta|picocli)(?:\\.[a-z]\\w*)*\\.)(?:[A-Z]\\w*|\\*)");
    private static final String KIT = "org.messkit";

    private final Path root;
    private final Map<String, Path> modules;
    private final List<String> violations = new ArrayList<>();

    private Arrows(Path root) throws IOException {
        this.root = root;
        this.modules = modules(root);
    }

    /** All violations in a checkout, each with its file and what it names; in the order of files. */
    static List<String> violations(Path root) throws IOException {
        Arrows arrows = new Arrows(root);
        for (Map.Entry<String, Path> module : arrows.modules.entrySet()) {
            arrows.pom(module.getKey(), module.getValue().resolve("pom.xml"));
            arrows.sources(module.getKey(), module.getValue().resolve("src/main/java"));
        }
        return List.copyOf(arrows.violations);
    }

    /** The modules of the reactor, those without modules of their own, by their folder. */
    static Map<String, Path> modules(Path root) throws IOException {
        Map<String, Path> leaves = new TreeMap<>();
        collect(root, root, leaves);
        return leaves;
    }

    private static void collect(Path root, Path folder, Map<String, Path> leaves) throws IOException {
        List<String> below = below(document(folder.resolve("pom.xml")));
        for (String name : below) {
            collect(root, folder.resolve(name), leaves);
        }
        if (below.isEmpty()) {
            leaves.put(root.relativize(folder).toString().replace('\\', '/'), folder);
        }
    }

    private void pom(String module, Path pom) throws IOException {
        Optional<Set<String>> allowed = allowed(module);
        if (allowed.isEmpty()) {
            violations.add(shown(pom) + ": module " + module + " is not in the table of arrows");
            return;
        }
        for (String artifact : compiled(pom)) {
            modules.keySet().stream()
                    .filter(other -> artifact.equals("messkit-" + other.replace('/', '-')))
                    .filter(other -> !allowed.get().contains(other))
                    .forEach(other -> violations.add(
                            shown(pom) + ": depends on " + artifact + ", but " + module + " may not see " + other));
        }
    }

    private void sources(String module, Path sources) throws IOException {
        if (!Files.isDirectory(sources)) {
            return;
        }
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
                for (String name : names(Files.readString(file))) {
                    why(module, name)
                            .ifPresent(why -> violations.add(shown(file) + ": names " + name + ", but " + why));
                }
            }
        }
    }

    /** Why a module may not name a class. */
    private Optional<String> why(String module, String name) {
        if (within(name, packageOf(module))) {
            return Optional.empty();
        }
        if (within(name, KIT)) {
            Optional<String> other = modules.keySet().stream()
                    .filter(m -> within(name, packageOf(m)))
                    .max(Comparator.comparing(String::length));
            return other.filter(o -> !allowed(module).orElse(Set.of()).contains(o))
                    .map(o -> module + " may not see " + o);
        }
        for (Map.Entry<String, Set<String>> reserved : RESERVED.entrySet()) {
            if (within(name, reserved.getKey()) && !reserved.getValue().contains(module)) {
                return Optional.of("only " + String.join(", ", reserved.getValue()) + " may see " + reserved.getKey());
            }
        }
        Set<String> confined = CONFINED.get(module);
        return confined == null || confined.stream().anyMatch(p -> within(name, p))
                ? Optional.empty()
                : Optional.of(module + " may see nothing but " + String.join(", ", confined));
    }

    private static Optional<Set<String>> allowed(String module) {
        String key = MODULES.containsKey(module) || !module.startsWith("services/") ? module : "services/*";
        return Optional.ofNullable(MODULES.get(key));
    }

    /** Qualified names in a source, comments and strings left out. */
    private static Set<String> names(String source) {
        Matcher m = NAME.matcher(NOT_CODE.matcher(source).replaceAll(" "));
        return new TreeSet<>(m.results().map(MatchResult::group).toList());
    }

    private static String packageOf(String module) {
        return KIT + "." + module.replace('/', '.').replace("-", "");
    }

    private static boolean within(String name, String packageName) {
        return (name + ".").startsWith(packageName + ".");
    }

    private String shown(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    /** What a module's own POM adds to the class path of its main sources. */
    private static List<String> compiled(Path pom) throws IOException {
        List<String> artifacts = new ArrayList<>();
        for (Element dependencies : children(document(pom), "dependencies")) {
            for (Element dependency : children(dependencies, "dependency")) {
                if (!text(dependency, "scope").equals("test")) {
                    artifacts.add(text(dependency, "artifactId"));
                }
            }
        }
        return artifacts;
    }

    /** The modules that a POM names, also in its profiles. */
    private static List<String> below(Element pom) {
        List<String> names = new ArrayList<>();
        for (Element modules : children(pom, "modules")) {
            children(modules, "module")
                    .forEach(e -> names.add(e.getTextContent().strip()));
        }
        for (Element profiles : children(pom, "profiles")) {
            children(profiles, "profile").forEach(profile -> names.addAll(below(profile)));
        }
        return names;
    }

    private static String text(Element parent, String name) {
        return children(parent, name).stream()
                .map(e -> e.getTextContent().strip())
                .findFirst()
                .orElse("");
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n instanceof Element e && e.getTagName().equals(name)) {
                found.add(e);
            }
        }
        return found;
    }

    private static Element document(Path pom) throws IOException {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(pom.toFile())
                    .getDocumentElement();
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException(pom + " cannot be read", e);
        }
    }

    private static Map<String, Set<String>> table(String lines) {
        Map<String, Set<String>> table = new LinkedHashMap<>();
        for (String line : lines.lines().toList()) {
            String[] sides = line.split("->");
            String right = sides.length > 1 ? sides[1].strip() : "";
            table.put(sides[0].strip(), right.isEmpty() ? Set.of() : new TreeSet<>(Arrays.asList(right.split("\\s+"))));
        }
        return table;
    }
}
