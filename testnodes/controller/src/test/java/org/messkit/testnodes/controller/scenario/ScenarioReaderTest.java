// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.messkit.loads.OpenLoad;
import org.messkit.results.log.Calibration;
import org.messkit.results.log.Cell;
import org.messkit.services.spi.ServiceName;
import org.messkit.testnodes.controller.process.Jvm;
import org.messkit.testnodes.controller.scenario.element.Budget;
import org.messkit.testnodes.controller.scenario.element.Limits;
import org.messkit.testnodes.controller.scenario.element.LoadElement;
import org.messkit.testnodes.controller.scenario.element.Loads;
import org.messkit.testnodes.controller.scenario.element.ServiceJvm;
import org.messkit.testnodes.controller.scenario.element.TestNodeJvm;
import org.messkit.testnodes.controller.scenario.element.Timing;
import org.messkit.testnodes.controller.scenario.xml.Problem;
import org.messkit.usecases.Payload;

class ScenarioReaderTest {
    private static final String START = "<scenario xmlns='urn:messkit:scenario:1' name='s'>";
    private static final String SERVICES = "<services>null/baseline@pox</services>";
    private static final String REST = "<payload bytes='5000'/><closed concurrency='1'/>";
    private static final String END = "</scenario>";

    @Test
    void everythingThatIsSaidIsRead() throws Exception {
        Scenario scenario = read("<scenario xmlns='urn:messkit:scenario:1' name='whole-1.0' seed='-7'>"
                + "<limits errors='0.01'/>"
                + "<testnode heap='1g' cores='2'/>"
                + "<service-jvm heap='2G' gc='G1' cores='3' threads='16'/>"
                + "<timing warmup='2m' settle='500ms' window='1h' forks='3' anchor='repeated'/>"
                + "<closed concurrency=' 8 1\n4 '/>"
                + "<payload bytes='100kB' elements='500' depth='8' share='1' invalid='0'/><payload bytes='5000B'/>"
                + "<payload bytes='5kB' answer='full'/><payload bytes='5kB' share='1'/>"
                + "<services>\n tv-dinner/*@soap11 null/baseline@pox tv-dinner/jaxb+full@pox </services>"
                + "<goal>\n Why? <!-- no -->Because. </goal></scenario>");
        assertEquals(
                new Scenario(
                        "whole-1.0",
                        "Why? Because.",
                        OptionalLong.of(-7),
                        List.of(
                                ServiceName.parse("tv-dinner/jaxb@soap11"),
                                ServiceName.parse("null/baseline@pox"),
                                ServiceName.parse("tv-dinner/jaxb+full@pox")),
                        List.of(
                                new Payload(100_000, 500, 8, 1, 0),
                                Payload.ofBytes(5000),
                                Payload.ofBytes(5000).answeredInFull(),
                                new Payload(5000, 0, 0, 1, -1)),
                        Loads.closed(List.of(1, 4, 8)),
                        new Timing(
                                Duration.ofMinutes(2),
                                Optional.empty(),
                                Duration.ofMillis(500),
                                Duration.ofHours(1),
                                3,
                                true),
                        Budget.NONE,
                        new ServiceJvm("2G", "G1", 3, 16, List.of()),
                        new TestNodeJvm("1g", 2),
                        new Limits(0.01, false, false, true)),
                scenario);
    }

    @Test
    void anAnswerIsASummaryOrFull() {
        String payload = "<payload bytes='5000' answer='whole'/><closed concurrency='1'/>";
        assertEquals(
                List.of("s.xml:1:89: answer must be one of [full, summary], got: whole"),
                problems(START + SERVICES + payload + END));
    }

    @Test
    void whatIsNotSaidHasItsDefault() throws Exception {
        Scenario scenario = read(START + SERVICES + REST + END);
        assertEquals("", scenario.goal());
        assertEquals(OptionalLong.empty(), scenario.seed());
        assertEquals(
                new Timing(
                        Duration.ofSeconds(15),
                        Optional.empty(),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(3),
                        1,
                        false),
                scenario.timing());
        assertEquals(new ServiceJvm("512m", "Parallel", 0, 200, List.of()), scenario.serviceJvm());
        assertEquals(new TestNodeJvm("512m", 0), scenario.testNodeJvm());
        assertEquals(Limits.STRICT, scenario.limits());
    }

    @Test
    void allProblemsOfAFileAreSaidAtOnceEachWithItsPlace() throws IOException {
        var e = assertThrows(
                ScenarioException.class,
                () -> ScenarioReader.read(resource("broken.xml"), "broken.xml", SampleRooms.ALL));
        String expected = new String(resource("broken.txt"), StandardCharsets.UTF_8);
        assertEquals(
                expected,
                String.join("\n", e.problems().stream().map(Problem::toString).toList()) + "\n");
        assertEquals(
                expected.strip(),
                String.join("\n", e.getMessage().lines().toList()),
                "and the message is all of them, a line each");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                             | s.xml:1:1: not well-formed XML: ",
                "<scenario                    | s.xml:1:9: not well-formed XML: ",
                "<scenario><goal></scenario>  | s.xml:1:",
                "<scenario name='s'>&none;</scenario> | s.xml:1:",
                "nothing                      | s.xml:1:1: not well-formed XML: "
            })
    void whatIsNotWellFormedIsOneProblemWithItsPlace(String file, String problem) {
        var problems = problems(file == null ? "" : file);
        assertTrue(
                problems.stream().anyMatch(p -> p.startsWith(problem) && p.contains("not well-formed XML")),
                problems.toString());
    }

    @Test
    void aCharacterThatXmlDoesNotHaveIsAProblemToo() {
        assertTrue(problems(START + "<goal>\u0001</goal>" + SERVICES + REST + END)
                .get(0)
                .contains("not well-formed XML"));
        byte[] latin1 = (START + "<goal>\u00fc</goal>" + END).getBytes(StandardCharsets.ISO_8859_1);
        assertThrows(ScenarioException.class, () -> ScenarioReader.read(latin1, "s.xml", SampleRooms.ALL));
    }

    @Test
    void aDoctypeIsAProblemAndNothingIsFetched() {
        var problems = problems("<!DOCTYPE scenario [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>\n" + START
                + "<goal>&e;</goal>" + SERVICES + REST + END);
        assertEquals("s.xml:1:1: a scenario has no DOCTYPE", problems.get(0));
    }

    @Test
    void aForgottenNamespaceIsSaidOnce() {
        assertEquals(
                List.of("s.xml:1:1: element <scenario> must be in namespace urn:messkit:scenario:1, got: none"),
                problems("<scenario name='s'>" + SERVICES + REST + END));
    }

    @Test
    void anotherRootIsNoScenario() {
        assertEquals(
                List.of("s.xml:1:1: the root element must be <scenario>, got: <run>"),
                problems("<run xmlns='urn:messkit:scenario:1'/>"));
    }

    @Test
    void whatIsNeededIsMissed() {
        assertEquals(
                List.of(
                        "s.xml:1:1: a scenario needs <services>",
                        "s.xml:1:1: a scenario needs at least one <payload bytes=\"…\"/>",
                        "s.xml:1:1: a scenario needs <closed>"),
                problems(START + END));
        assertEquals(
                List.of(
                        "s.xml:1:51: <closed> needs concurrency",
                        "s.xml:1:60: <services> must name at least one service"),
                problems(START + "<closed/><services> </services><payload bytes='5000'/>" + END));
    }

    @Test
    void expectationsAreReadOnePerLimit() throws Exception {
        String payload = "<payload bytes='5000'/><closed concurrency='1 8'/>";
        Scenario scenario = read(START + "<services>tv-dinner/jaxb@pox null/baseline@pox</services>" + payload
                + "<expect services='*/jaxb@*' bytes='5kB' concurrency='8' tps='500' p99-ms='0.5' abort='true'/>"
                + "<expect errors='0' ratio='0.95' baseline='last'/>" + END);
        List<String> labels = scenario.expectations().stream()
                .map(e -> e.expectation().services() + " " + e.expectation().label() + " "
                        + e.baseline().orElse("-"))
                .toList();
        assertEquals(
                List.of(
                        "[tv-dinner/jaxb@pox] TPS at least 500 -",
                        "[tv-dinner/jaxb@pox] p99 at most 0.5 ms -",
                        "[tv-dinner/jaxb@pox, null/baseline@pox] share of errors at most 0 -",
                        "[tv-dinner/jaxb@pox, null/baseline@pox] TPS at least 0.95 last"),
                labels);
        assertTrue(scenario.expectations().get(1).expectation().abort());
        assertEquals(
                List.of(
                        "s.xml:1:%d: no service of this scenario is x/*@pox",
                        "s.xml:1:%d: no payload of this scenario has bytes=\"6kB\"",
                        "s.xml:1:%d: no closed test case of this scenario has concurrency=\"3\"",
                        "s.xml:1:%d: no open test case of this scenario has rate=\"7\"",
                        "s.xml:1:%d: an <expect> is of closed or of open load: it has concurrency or rate, not both",
                        "s.xml:1:%d: tps must be one number, got: 5 6",
                        "s.xml:1:%d: ratio and baseline stand together: a share of the TPS that another run's folder has"),
                problems(START + SERVICES + payload
                                + "<expect services='x/*@pox' bytes='6kB' concurrency='3' rate='7' tps='5 6' ratio='1'/>"
                                + END)
                        .stream()
                        .map(problem -> problem.replaceFirst(":1:\\d+:", ":1:%d:"))
                        .toList());
    }

    @Test
    void someServicesAndPayloadsMayHaveLevelsOfTheirOwn() throws Exception {
        Scenario scenario = read(START + "<services>tv-dinner/jaxb@pox null/baseline@pox</services>"
                + "<payload bytes='5000'/><payload bytes='9000'/><closed concurrency='1 2'/>"
                + "<closed services='null/*@pox' bytes='9000' concurrency='7'/><closed services='null/*@pox' concurrency='5 3'/>"
                + END);
        ServiceName jaxb = ServiceName.parse("tv-dinner/jaxb@pox");
        ServiceName baseline = ServiceName.parse("null/baseline@pox");
        assertEquals(List.of(1, 2), scenario.levels(jaxb, Payload.ofBytes(9000)));
        assertEquals(List.of(7), scenario.levels(baseline, Payload.ofBytes(9000)));
        assertEquals(List.of(3, 5), scenario.levels(baseline, Payload.ofBytes(5000)));
        Plan plan = Plan.of(scenario, 3);
        assertEquals(4 + 3, plan.cells());
        assertEquals(
                plan.visits(),
                Plan.of(ScenarioReader.read(ScenarioWriter.resolved(plan), "r", SampleRooms.ALL), 2)
                        .visits());
        List<String> problems = problems(START + SERVICES + "<payload bytes='5000'/>"
                + "<closed bytes='6000' concurrency='1'/><closed concurrency='calibrated'/>" + END);
        assertTrue(
                problems.get(0).endsWith("no <closed> has levels for null/baseline@pox with 5000 bytes"),
                problems::toString);
        assertTrue(problems.get(1).endsWith("no payload of this scenario has bytes=\"6000\""), problems::toString);
        assertTrue(problems.get(2).contains("stand together"), problems::toString);
    }

    /** The doubt of a calibration is in what its levels are used for; levels that stand before its own are not in doubt. */
    @Test
    void whatACalibrationIsNotSureOfIsSaidWhereItIsUsed(@TempDir Path folder) throws Exception {
        Calibration.Range sure = new Calibration.Range(
                "null/baseline@pox",
                new Cell.Payload(5000, 3, 2),
                List.of(1, 4),
                OptionalInt.empty(),
                OptionalDouble.empty(),
                OptionalInt.empty(),
                4,
                100,
                "undecided");
        Path file = folder.resolve(Calibration.FILE);
        new Calibration("calibrate-1", List.of(sure.doubted(Optional.of("the knee is uncertain")))).write(file);
        String calibrated = "<closed concurrency='calibrated' calibration='" + file + "'/>";
        Scenario doubted = read(START + SERVICES + "<payload bytes='5000'/>" + calibrated + END);
        assertEquals(List.of(1, 4), doubted.levels(ServiceName.parse("null/baseline@pox"), Payload.ofBytes(5000)));
        assertEquals(
                List.of(
                        "The levels of null/baseline@pox with 5000 bytes are those of calibrate-1, which says: the knee is uncertain"),
                doubted.doubts());
        Scenario own = read(
                START + SERVICES + "<payload bytes='5000'/><closed bytes='5000' concurrency='2'/>" + calibrated + END);
        assertEquals(List.of(), own.doubts());
        new Calibration("calibrate-1", List.of(sure)).write(file);
        assertEquals(
                List.of(),
                read(START + SERVICES + "<payload bytes='5000'/>" + calibrated + END)
                        .doubts());
    }

    @Test
    void openLoadIsReadAndItsProblemsAreSaid() throws Exception {
        Scenario scenario = read(
                START + SERVICES + "<payload bytes='5000'/><timing window='2s'/>" + "<open rate='500 0.5'/>" + END);
        assertEquals(new Loads(List.of(LoadElement.ofAll(List.of(open(0.5), open(500)))), false), scenario.loads());
        assertEquals(
                List.of(
                        "s.xml:1:1: a scenario needs <closed>",
                        "s.xml:1:112: peak-share 0.8 stands twice",
                        "s.xml:1:112: peak-share must be numbers above 0, at most 10, got: 80%",
                        "s.xml:1:112: peak-share needs <closed>, whose cells show the peak",
                        "s.xml:1:112: arrivals must be one of [poisson, uniform], got: random"),
                problems(START + SERVICES + "<payload bytes='5000'/><open peak-share='0.8 0.8 80%' arrivals='random'/>"
                        + END));
        assertEquals(
                List.of(
                        "s.xml:1:130: time must be longer than 0s",
                        "s.xml:1:130: precision must be a share from 0 to 1, got: 4%"),
                problems(START + SERVICES + REST + "<budget time='0s' precision='4%'/>" + END).stream()
                        .map(problem -> problem.replaceFirst("1:\\d+", "1:130"))
                        .sorted(java.util.Comparator.reverseOrder())
                        .toList());
        assertTrue(problems(START + SERVICES + REST + "<budget/>" + END)
                .get(0)
                .endsWith("<budget> needs time, precision or both"));
        assertTrue(problems(START + SERVICES + REST + "<open/>" + END)
                .get(0)
                .endsWith("<open> needs rate, peak-share or both"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<timing/><timing/>",
                "<limits/><limits/>",
                "<testnode/><testnode/>",
                "<service-jvm/><service-jvm/>",
                "<goal/><goal/>",
                "<closed concurrency='2'/>",
                SERVICES
            })
    void whatStandsTwiceIsAProblem(String twice) {
        var problems = problems(START + SERVICES + REST + twice + END);
        assertEquals(1, problems.size(), problems.toString());
        assertTrue(problems.get(0).contains("> stands more than once"), problems.toString());
    }

    @Test
    void aServicesJvmIsOneThatTheMachineHas() throws Exception {
        String own = Integer.toString(Runtime.version().feature());
        Scenario scenario = read(START + SERVICES + REST + "<service-jvm java='" + own + "'/>" + END);
        assertEquals(List.of(Jvm.own()), scenario.serviceJvm().jvms());
        var problems = problems(START + SERVICES + REST + "<service-jvm java='6'/>" + END);
        assertTrue(problems.get(0).contains("there is no JVM '6', neither a path nor one of: "), problems.toString());
        problems = problems(START + SERVICES + REST + "<service-jvm java='" + own + ", " + own + "'/>" + END);
        assertTrue(problems.get(0).contains("java must name JVMs of different versions, got: "), problems.toString());
        problems = problems(START + SERVICES + REST + "<service-jvm java=' , '/>" + END);
        assertTrue(problems.get(0).contains("java must name a JVM, or several as in 17,25"), problems.toString());
    }

    @Test
    void aUseCaseThatTheKitCannotGenerateIsAProblem() {
        var problems = problems(START + "<services>breakfast/ahead@pox</services>" + REST + END);
        assertTrue(problems.get(0).contains("there is no use case 'breakfast', only: "), problems.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tv-dinner/*@*", "*/*@soap11", "null/base*@pox", "tv-dinner/jaxb+*@soap11"})
    void servicesAreChosenByPattern(String pattern) throws Exception {
        Scenario scenario = read(START + "<services>" + pattern + "</services>" + REST.replace("5000", "50kB") + END);
        assertEquals(SampleRooms.ALL.matching(pattern), scenario.services());
    }

    @Test
    void anEditorMayFindTheSchema() throws Exception {
        read(START.replace(
                        "name=",
                        "xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"
                                + " xsi:schemaLocation='urn:messkit:scenario:1 scenario.xsd' name=")
                + SERVICES
                + REST
                + END);
    }

    private static Scenario read(String file) throws ScenarioException {
        return ScenarioReader.read(file.getBytes(StandardCharsets.UTF_8), "s.xml", SampleRooms.ALL);
    }

    private static List<String> problems(String file) {
        return assertThrows(ScenarioException.class, () -> read(file)).problems().stream()
                .map(Problem::toString)
                .toList();
    }

    static byte[] resource(String name) throws IOException {
        try (InputStream in = ScenarioReaderTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }

    private static OpenLoad open(double rate) {
        return new OpenLoad(
                Optional.of(rate),
                Optional.empty(),
                OpenLoad.Arrivals.POISSON,
                64,
                10_000,
                Duration.ZERO,
                Optional.of(Duration.ofSeconds(2)));
    }
}
