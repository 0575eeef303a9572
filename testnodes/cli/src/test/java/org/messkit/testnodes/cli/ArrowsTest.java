// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The arrows between modules, as the design has them. */
class ArrowsTest {
    @TempDir
    private Path planted;

    @Test
    void noModuleSeesWhatItMayNotSee() throws IOException {
        assertEquals("", String.join("\n", Arrows.violations(Checkout.root())));
    }

    @Test
    void allModulesAreLookedAt() throws IOException {
        var modules = Arrows.modules(Checkout.root()).keySet();
        assertTrue(
                modules.containsAll(List.of("schemas", "usecases", "services/jaxb", "testnodes/cli", "results/log")),
                modules.toString());
    }

    /** Else a build with several threads would put the kit together without it, now and then. */
    @Test
    void whoWaitsForTheServicesWaitsForEveryTechnology() throws IOException {
        Path services = Checkout.root().resolve("services");
        String pom = Files.readString(services.resolve("pom.xml"));
        try (DirectoryStream<Path> modules = Files.newDirectoryStream(services)) {
            for (Path module : modules) {
                if (Files.exists(module.resolve("src/main/messkit/technology.properties"))) {
                    String artifact = "<artifactId>messkit-services-" + module.getFileName() + "</artifactId>";
                    assertTrue(pom.contains(artifact), "services/pom.xml does not depend on " + module.getFileName());
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "services/spi    | import com.ctc.wstx.stax.WstxInputFactory;      | com.ctc.wstx.stax.WstxInputFactory, but services/spi may see nothing but java, javax.xml, org.w3c.dom, org.xml.sax",
                "services/jaxb   | import org.messkit.usecases.UseCases;           | org.messkit.usecases.UseCases, but services/jaxb may not see usecases",
                "services/jaxb   | import org.messkit.services.stax.SushiBoats;    | org.messkit.services.stax.SushiBoats, but services/jaxb may not see services/stax",
                "services/jaxb   | import static org.messkit.services.host.X.y;    | org.messkit.services.host.X, but services/jaxb may not see services/host",
                "services/jaxb   | import org.eclipse.jetty.server.*;              | org.eclipse.jetty.server.*, but only services/host may see org.eclipse.jetty",
                "consumers/cases | org.messkit.services.spi.Handler handler;       | org.messkit.services.spi.Handler, but consumers/cases may not see services/spi",
                "loads           | import java.net.Socket;                         | java.net.Socket, but loads may see nothing but java.lang, java.math, java.time, java.util, org.HdrHistogram",
                "loads           | import org.junit.jupiter.api.Test;              | org.junit.jupiter.api.Test, but only consumers/cases, services/contract, testnodes/node may see org.junit",
                "results/log     | import org.messkit.testnodes.wire.Frame;        | org.messkit.testnodes.wire.Frame, but results/log may not see testnodes/wire",
                "loads           | import org.messkit.testnodes.wire.Frame;        | org.messkit.testnodes.wire.Frame, but loads may not see testnodes/wire",
                "testnodes/fleet | import org.messkit.results.log.Cell;            | org.messkit.results.log.Cell, but testnodes/fleet may not see results/log",
                "testnodes/controller | import org.messkit.services.jaxb.TvDinner; | org.messkit.services.jaxb.TvDinner, but testnodes/controller may not see services/jaxb",
                "usecases        | import org.apache.cxf.Bus;                      | org.apache.cxf.Bus, but only services/host may see org.apache.cxf"
            })
    void aPlantedNameIsFoundWithItsFile(String module, String code, String violation) throws IOException {
        reactor();
        Path file = planted.resolve(module + "/src/main/java/Planted.java");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                "/* import org.eclipse.jetty.No; */ class Planted {\n" + code
                        + "\nString s = \"org.messkit.services.host.HostMain\"; }\n");
        assertEquals(List.of(module + "/src/main/java/Planted.java: names " + violation), Arrows.violations(planted));
    }

    @Test
    void aPlantedDependencyIsFoundInItsPom() throws IOException {
        reactor();
        Files.writeString(planted.resolve("services/jaxb/pom.xml"), """
                <project><dependencies>
                  <dependency><artifactId>messkit-usecases</artifactId></dependency>
                  <dependency><artifactId>messkit-services-contract</artifactId><scope>test</scope></dependency>
                </dependencies></project>
                """);
        assertEquals(
                List.of("services/jaxb/pom.xml: depends on messkit-usecases, but services/jaxb may not see usecases"),
                Arrows.violations(planted));
    }

    @Test
    void aModuleThatNobodyThoughtOfIsFound() throws IOException {
        reactor();
        pom("", List.of("schemas", "extras"));
        pom("extras", List.of());
        assertEquals(
                List.of("extras/pom.xml: module extras is not in the table of arrows"), Arrows.violations(planted));
    }

    /** A checkout with the modules that are spoken of, and nothing in them. */
    private void reactor() throws IOException {
        pom("", List.of("schemas", "usecases", "loads", "services", "consumers", "testnodes", "results"));
        pom("schemas", List.of());
        pom("usecases", List.of());
        group("services", "spi", "host", "contract", "jaxb", "stax");
        group("consumers", "http", "cases");
        pom("loads", List.of());
        group("testnodes", "wire", "fleet", "controller");
        group("results", "log");
    }

    private void group(String name, String... leaves) throws IOException {
        pom(name, List.of(leaves));
        for (String leaf : leaves) {
            pom(name + "/" + leaf, List.of());
        }
    }

    private void pom(String folder, List<String> modules) throws IOException {
        Path at = Files.createDirectories(planted.resolve(folder));
        StringBuilder pom = new StringBuilder("<project><modules>");
        modules.forEach(module -> pom.append("<module>").append(module).append("</module>"));
        Files.writeString(at.resolve("pom.xml"), pom.append("</modules></project>"));
    }
}
