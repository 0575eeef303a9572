// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.messkit.results.index.CurveIndex;
import org.messkit.results.index.RunIndex;
import org.messkit.results.index.curve.CurvePoint;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Expectation;
import org.messkit.results.log.Outcome;
import org.messkit.results.log.Run;
import org.messkit.results.log.RunInfo;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What a reader of the page finds in it, and what must never be in it. */
class ReportTest {
    private static final Pattern SCRIPT = Pattern.compile("<script[^>]*>(.*?)</script>", Pattern.DOTALL);

    @TempDir
    Path folder;

    @Test
    void everyKindOfRunMakesAPageThatNeedsNothingElse() throws IOException {
        List<Function<Path, Run>> runs = List.of(
                SampleRuns::full,
                SampleRuns::onePayload,
                SampleRuns::empty,
                SampleRuns::allFailed,
                SampleRuns::hostile);
        for (Function<Path, Run> run : runs) {
            String page = page(run.apply(folder));
            String markup = SCRIPT.matcher(page).replaceAll("");
            assertFalse(markup.matches("(?is).*\\b(src|href|action)\\s*=\\s*[\"']?\\s*(https?:|//|data:).*"), markup);
            assertFalse(markup.matches("(?is).*(@import|url\\(|<link|<iframe|<img|\\son[a-z]+\\s*=\\s*\").*"), markup);
            assertFalse(markup.replace(Html.escape(SampleRuns.HOSTILE), "").contains("{{"), "a place is left");
        }
    }

    @Test
    void everyServiceOutcomeReasonAndConditionIsOnThePage() throws IOException {
        Run run = SampleRuns.full(folder);
        String page = page(run);
        for (Cell cell : run.cells()) {
            assertTrue(page.contains(Html.escape(cell.service().name())), cell.toString());
            assertTrue(page.contains(">" + cell.outcome().label() + "</span>"), cell.toString());
            assertTrue(page.contains(cell.reason()), cell.toString());
        }
        for (String note : run.info().notes()) {
            assertTrue(page.contains(note), note);
        }
        assertTrue(page.contains("closed load · service cores: 1 (pinned to 1) · mean of 2 forks"));
        assertTrue(page.contains("2 × Example 2.50 GHz"));
    }

    @Test
    void aContinuousIntegrationServerReadsEveryCellAndEveryExpectation() throws Exception {
        Run plain = SampleRuns.full(folder);
        String service = plain.cells().get(0).service().name();
        RunInfo i = plain.info();
        List<Expectation> expectations = List.of(new Expectation(
                List.of(service),
                OptionalInt.of(5000),
                OptionalInt.of(1),
                OptionalDouble.empty(),
                Expectation.Figure.TPS,
                1e9,
                "",
                false));
        Run run = new Run(
                folder,
                new RunInfo(
                        i.id(),
                        i.scenario(),
                        i.goal(),
                        i.start(),
                        i.seed(),
                        i.cells(),
                        i.notes(),
                        i.settings(),
                        expectations),
                plain.end(),
                plain.environment(),
                plain.cells());
        String page = page(run);
        assertTrue(page.contains("TPS at least 1000000000"));
        assertTrue(page.contains("Not as expected: 0 of 1 expectations hold."));
        Document xml = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(folder.resolve("junit.xml").toFile());
        Element cells = (Element) xml.getElementsByTagName("testsuite").item(0);
        assertEquals(
                plain.cells().size(), cells.getElementsByTagName("testcase").getLength());
        long wrong =
                plain.cells().stream().filter(c -> c.outcome().exitCode() > 0).count();
        assertEquals(Long.toString(wrong), cells.getAttribute("errors"));
        assertEquals(wrong, cells.getElementsByTagName("error").getLength());
        Element expected = (Element) xml.getElementsByTagName("testsuite").item(1);
        assertEquals("1", expected.getAttribute("failures"));
        assertEquals(1, expected.getElementsByTagName("failure").getLength());
    }

    @Test
    void aCellThatWasNotMeasuredHasNoHeadlineFigure() throws IOException {
        String page = page(SampleRuns.allFailed(folder));
        assertFalse(page.matches("(?s).*\"tps\":[0-9].*"), "the charts have no figure");
        assertTrue(page.contains("no measured cell: service failed (5)"));
        Matcher row = Pattern.compile("<tr><td[^>]*>1</td>.*?</tr>").matcher(page);
        assertTrue(row.find());
        assertEquals(6, row.group().split("–", -1).length - 1, "five figures, and no rate: " + row.group());
        assertTrue(page.contains("This run is not valid as a whole: 60 of 60 cells failed a proof."));
    }

    @Test
    void openLoadHasATableOfItsOwnAndIsNotInTheIndex() throws IOException {
        Run closed = SampleRuns.onePayload(folder);
        Run mixed = SampleRuns.withOpenLoad(folder);
        String page = page(mixed);
        assertEquals(data(page(closed)), data(page), "the charts are of closed load alone");
        Matcher row = Pattern.compile("<tr><td[^>]*>99</td>.*?</tr>").matcher(page);
        assertTrue(row.find());
        for (String figure : List.of("poisson", "500", "700", "1.75", "9.50", "470")) {
            assertTrue(row.group().contains(">" + figure + "<"), figure + " in " + row.group());
        }
        assertTrue(page(closed).contains("this run says nothing about response times"));
    }

    @Test
    void textIsNeverMarkup() throws IOException {
        String page = page(SampleRuns.hostile(folder));
        assertFalse(page.contains("<script>alert"), "escaped in the tables and in the data");
        assertEquals(3, count(page, "<script"));
        JsonObject data = data(page);
        assertTrue(data.getAsJsonArray("services").get(0).getAsString().endsWith(SampleRuns.HOSTILE));
    }

    @Test
    void anUnfinishedRunSaysSoFirst() throws IOException {
        String page = page(SampleRuns.empty(folder));
        assertTrue(page.contains("This run was never finished. It holds 0 of 0 planned cells."));
        assertTrue(page.contains("No cell was run: there is no figure."));
    }

    @Test
    void theChartsGetTheMeanOverForks() throws IOException {
        JsonObject point = data(page(SampleRuns.full(folder)))
                .getAsJsonArray("points")
                .get(0)
                .getAsJsonObject();
        double mean = (point.getAsJsonArray("forks").get(0).getAsDouble()
                        + point.getAsJsonArray("forks").get(1).getAsDouble())
                / 2;
        assertEquals(mean, point.get("tps").getAsDouble(), 1e-9);
    }

    /** Of what was answered right: a wrong answer may be quick, and is no part of what the service does. */
    @Test
    void theMeanTimeOfALevelIsTheIndexs() throws IOException {
        Run run = SampleRuns.withErrorsInOneFork(folder);
        JsonObject data = data(page(run));
        int means = 0;
        for (CurveIndex index : RunIndex.of(run).curves()) {
            for (JsonElement each : data.getAsJsonArray("points")) {
                JsonObject point = each.getAsJsonObject();
                if (is(point, data, index) && !point.get("mean").isJsonNull()) {
                    CurvePoint level =
                            index.curve().at(point.get("level").getAsInt()).orElseThrow();
                    assertEquals(level.meanMillis(), point.get("mean").getAsDouble());
                    means++;
                }
            }
        }
        assertTrue(means > 30, () -> "the run has more levels");
    }

    @Test
    void theChartsGetTheIntervalsAndWhereTheViewsBegin() throws IOException {
        Run run = SampleRuns.full(folder);
        JsonObject data = data(page(run));
        int intervals = 0;
        for (CurveIndex index : RunIndex.of(run).curves()) {
            Predicate<JsonObject> here = o -> is(o, data, index);
            JsonObject marks = only(data.getAsJsonArray("marks"), here);
            assertEquals(index.curve().knee().isEmpty(), marks.get("knee").isJsonNull());
            index.curve()
                    .knee()
                    .ifPresent(knee -> assertEquals(knee, marks.get("knee").getAsDouble()));
            assertEquals(
                    index.curve().overdrive().isEmpty(), marks.get("overdrive").isJsonNull());
            index.curve()
                    .overdrive()
                    .ifPresent(n -> assertEquals(n, marks.get("overdrive").getAsInt()));
            assertEquals(
                    index.curve().kneeAtMost().isEmpty(),
                    marks.get("kneeAtMost").isJsonNull());
            for (CurvePoint level : index.curve().points()) {
                JsonArray interval = only(
                                data.getAsJsonArray("points"),
                                here.and(o -> o.get("level").getAsInt() == level.concurrency()))
                        .getAsJsonArray("interval");
                assertEquals(
                        level.interval().orElseThrow().low(), interval.get(0).getAsDouble());
                assertEquals(
                        level.interval().orElseThrow().high(), interval.get(1).getAsDouble());
                intervals++;
            }
        }
        assertEquals(57, intervals, "12 lines of 5 levels, of which 3 were not measured");
        assertTrue(data.toString().matches(".*\"knee\":[0-9.]+,\"overdrive\":16.*"), "the sample has both");
    }

    @Test
    void aUseCaseWithSeveralOperationsHasAChartOfEach() throws IOException {
        Run run = SampleRuns.onePayload(folder);
        assertTrue(page(run).contains("<section aria-labelledby=\"operations\" class=\"none\" hidden>"));
        List<Cell> cells = run.cells().stream()
                .map(cell -> new Cell(
                        cell.id(),
                        cell.service(),
                        cell.payload(),
                        cell.load(),
                        cell.fork(),
                        cell.outcome(),
                        cell.reason(),
                        cell.figures()
                                .map(f -> f.withOperations(List.of(
                                        new Cell.Operation("get", 9_000, f.serviceTime()),
                                        new Cell.Operation("insert", 3_000, f.serviceTime()))))))
                .toList();
        String page = page(new Run(run.folder(), run.info(), run.end(), run.environment(), cells));
        assertTrue(page.contains("<section aria-labelledby=\"operations\" class=\"drawn\" hidden>"));
        assertTrue(page.contains("data-chart=\"times\" data-panel=\"0\" data-operation=\"insert\""), "no chart");
        assertTrue(page.contains("<h3>Operations</h3>"), "no table");
        long measured =
                cells.stream().filter(c -> c.outcome() == Outcome.MEASURED).count();
        assertEquals(2 * measured, data(page).getAsJsonArray("operations").size());
    }

    @Test
    void aSingleForkHasNoInterval() throws IOException {
        data(page(SampleRuns.onePayload(folder)))
                .getAsJsonArray("points")
                .forEach(p -> assertTrue(p.getAsJsonObject().get("interval").isJsonNull(), p.toString()));
    }

    @Test
    void theLicenceOfTheChartLibraryTravelsWithIt() throws IOException {
        assertTrue(page(SampleRuns.onePayload(folder)).contains("Licensed to the Apache Software Foundation"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"und", "de-DE", "tr-TR"})
    void theHeadlineIsTheSameInEveryLocale(String tag) throws IOException {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(tag));
        try {
            assertEquals(
                    golden("headline.html"), HeadlineTable.of(Grid.of(RunIndex.of(SampleRuns.full(folder)))) + "\n");
        } finally {
            Locale.setDefault(before);
        }
    }

    private String page(Run run) throws IOException {
        Path file = Report.write(RunIndex.of(run));
        assertEquals(folder.resolve("report.html"), file);
        return Files.readString(file);
    }

    private static JsonObject data(String page) {
        Matcher script =
                Pattern.compile("id=\"data\">(.*?)</script>", Pattern.DOTALL).matcher(page);
        assertTrue(script.find());
        return JsonParser.parseString(script.group(1)).getAsJsonObject();
    }

    /** Whether a thing of the data is of the line that was judged. */
    private static boolean is(JsonObject thing, JsonObject data, CurveIndex index) {
        int service = thing.get("service").getAsInt();
        int panel = thing.get("panel").getAsInt();
        JsonObject of = data.getAsJsonArray("panels").get(panel).getAsJsonObject();
        return data.getAsJsonArray("services")
                        .get(service)
                        .getAsString()
                        .equals(index.service().name())
                && of.get("bytes").getAsInt() == index.payload().bytes();
    }

    private static JsonObject only(JsonArray things, Predicate<JsonObject> wanted) {
        List<JsonObject> found = StreamSupport.stream(things.spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .filter(wanted)
                .toList();
        assertEquals(1, found.size(), found.toString());
        return found.get(0);
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = ReportTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
