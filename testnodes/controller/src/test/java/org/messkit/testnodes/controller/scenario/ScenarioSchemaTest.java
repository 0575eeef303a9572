// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.scenario;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.messkit.schemas.Schemas;
import org.messkit.testnodes.controller.room.Rooms;
import org.xml.sax.SAXException;

/** What an editor says by the schema and what the reader says is the same, where a schema can say it. */
class ScenarioSchemaTest {
    private static final String WHOLE = "<scenario xmlns='urn:messkit:scenario:1' name='whole-1.0' seed='-7'>"
            + "<limits errors='0.01' other-work='refused'/><testnode heap='1g' cores='2'/>"
            + "<service-jvm heap='512m' gc='Parallel' cores='3' threads='16' properties='messkit.xml.max-depth=9'/>"
            + "<timing warmup='2m' settle='500ms' window='3s' forks='3'/>"
            + "<open rate='0.5 100' peak-share='0.95' arrivals='uniform' connections='9' backlog='7' ramp='1s' window='4s'/>"
            + "<steady tolerance='0.02' cap='45s'/><budget time='55m' precision='0.03'/>"
            + "<closed concurrency='8 1 4'/><payload bytes='100kB' elements='500' depth='8' share='1' invalid='0'/>"
            + "<services>tv-dinner/jaxb@soap11</services><payload bytes='5000'/><goal>Why?</goal></scenario>";

    private static Schema schema;

    @BeforeAll
    static void compile() throws SAXException {
        schema = SchemaFactory.newDefaultInstance().newSchema(Schemas.url("scenario.xsd"));
    }

    /** The checkout. */
    static Path root() {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(root.resolve("usecases/scenarios"))) {
            root = root.getParent();
        }
        return root;
    }

    static List<Path> shipped() throws IOException {
        try (Stream<Path> files = Files.list(root().resolve("usecases/scenarios"))) {
            return files.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void shippedScenariosAreValidAndRead(Path file) throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        validate(bytes);
        Scenario scenario = ScenarioReader.read(bytes, file.toString(), roomsOfTheKit(file));
        assertFalse(scenario.goal().isEmpty(), "a shipped scenario says what it is for");
    }

    @Test
    void everythingThatTheReaderKnowsIsInTheSchema() throws Exception {
        validate(WHOLE.getBytes(StandardCharsets.UTF_8));
        read(WHOLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name='whole-1.0'|name='a name'",
                "name='whole-1.0'|",
                "seed='-7'|seed='x'",
                "seed='-7'|size='1'",
                "urn:messkit:scenario:1|urn:messkit:scenario:2",
                "errors='0.01'|errors='1.01'",
                "errors='0.01'|errors='5%'",
                "other-work='refused'|other-work='no'",
                "errors='0.01'|errors='1e-3'",
                "heap='1g'|heap='1.5g'",
                "heap='1g'|heap='0g'",
                "cores='2'|cores='0'",
                "gc='Parallel'|gc='parallel'",
                "threads='16'|threads='7'",
                "messkit.xml.max-depth=9|java.home=x",
                "messkit.xml.max-depth=9|messkit.xml.max-depth",
                "warmup='2m'|warmup='2'",
                "warmup='2m'|warmup='2 m'",
                "settle='500ms'|settle='-1s'",
                "window='3s'|window='00ms'",
                "forks='3'|forks='0'",
                "forks='3'|forks='3' anchor='last'",
                "concurrency='8 1 4'|concurrency=''",
                "concurrency='8 1 4'|concurrency='0 1'",
                "concurrency='8 1 4'|concurrency='1,2'",
                "concurrency='8 1 4'|rate='8'",
                "bytes='5000'|bytes='5KB'",
                "bytes='5000'|elements='7'",
                "elements='500'|elements='many'",
                "depth='8'|depth='0'",
                "share='1'|share='-0.1'",
                "invalid='0'|invalid='NaN'",
                "tv-dinner/jaxb@soap11|",
                "tv-dinner/jaxb@soap11|tv-dinner",
                "tv-dinner/jaxb@soap11|tv-dinner/jaxb+@soap11",
                "<goal>Why?</goal>|<opened rate='1'/>",
                "rate='0.5 100'|rate='0'",
                "rate='0.5 100'|rate=''",
                "rate='0.5 100'|rate='1e3'",
                "rate='0.5 100'|rate='-1'",
                "peak-share='0.95'|peak-share='95%'",
                "arrivals='uniform'|arrivals='even'",
                "connections='9'|connections='0'",
                "backlog='7'|backlog='none'",
                "ramp='1s'|ramp='1'",
                "tolerance='0.02'|tolerance='0'",
                "tolerance='0.02'|tolerance='2%'",
                "cap='45s'|cap='0s'",
                "time='55m'|time='55'",
                "precision='0.03'|precision='3%'",
                "precision='0.03'|precision='0'",
                "precision='0.03'|forks='3'",
                "cap='45s'|warmup='1s'",
                "window='4s'|window='0s'",
                "<goal>Why?</goal>|why?",
                "<limits errors='0.01' other-work='refused'/>|<limits errors='0.01' other-work='refused'>a few</limits>",
                "<limits errors='0.01' other-work='refused'/>|<limits errors='0.01' other-work='refused'><limit/></limits>",
                "</scenario>|"
            })
    void whatTheSchemaRefusesTheReaderRefuses(String change) {
        String[] parts = change.split("\\|", 2);
        String broken = WHOLE.replace(parts[0], parts[1]);
        assertThrows(SAXException.class, () -> validate(broken.getBytes(StandardCharsets.UTF_8)));
        assertThrows(ScenarioException.class, () -> read(broken));
    }

    @Test
    void theVeryBrokenScenarioIsRefusedByBoth() throws IOException {
        byte[] broken = ScenarioReaderTest.resource("broken.xml");
        assertThrows(SAXException.class, () -> validate(broken));
        assertThrows(ScenarioException.class, () -> ScenarioReader.read(broken, "broken.xml", SampleRooms.ALL));
    }

    @Test
    void elementsMayStandInAnyOrder() {
        String turned = "<scenario xmlns='urn:messkit:scenario:1' name='s'><payload bytes='5000'/>"
                + "<services>tv-dinner/jaxb@soap11</services><closed concurrency='1'/></scenario>";
        assertDoesNotThrow(() -> validate(turned.getBytes(StandardCharsets.UTF_8)));
        assertDoesNotThrow(() -> read(turned));
    }

    /** The rooms as their sources describe them: this module knows no technology and does not wait for any to be built. */
    static Rooms roomsOfTheKit(Path scenario) throws IOException {
        Path services = scenario.getParent().getParent().resolveSibling("services");
        try (Stream<Path> folders = Files.list(services)) {
            return Rooms.in(folders.map(folder -> folder.resolve("src/main/messkit"))
                    .filter(Files::isDirectory)
                    .toList());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void read(String file) throws ScenarioException {
        ScenarioReader.read(file.getBytes(StandardCharsets.UTF_8), "s.xml", SampleRooms.ALL);
    }

    private static void validate(byte[] file) throws SAXException, IOException {
        Validator validator = schema.newValidator();
        validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        validator.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        validator.validate(new StreamSource(new ByteArrayInputStream(file)));
    }
}
