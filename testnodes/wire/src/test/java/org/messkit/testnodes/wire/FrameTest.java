// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.messkit.loads.ClosedLoad;
import org.messkit.loads.Cycles;
import org.messkit.loads.Load;
import org.messkit.loads.OpenLoad;
import org.messkit.loads.Overdue;
import org.messkit.loads.Tally;
import org.messkit.usecases.Changes;
import org.messkit.usecases.Payload;
import org.messkit.usecases.Workload;

class FrameTest {
    private static final int MARK_AND_KIND = 5;

    static Stream<Frame> frames() {
        OpenLoad open = new OpenLoad(
                Optional.of(33.3),
                Optional.of(0.8),
                OpenLoad.Arrivals.UNIFORM,
                64,
                10_000,
                Duration.ofMillis(250),
                Optional.of(Duration.ofNanos(7)));
        return Stream.of(
                new Frame.Hello("1 \"größer\"\n<&>", 7, "", List.of("-Xmx1g", ""), 2, Long.MAX_VALUE),
                new Frame.Order(order(open)),
                new Frame.Order(order(OpenLoad.at(200_000, OpenLoad.Arrivals.POISSON, 8))),
                new Frame.Order(order(new ClosedLoad(4))),
                new Frame.Ready(1, 2, 3),
                new Frame.Go(Long.MIN_VALUE),
                new Frame.Abort(),
                new Frame.Seen(new Interval(1, 2, times(3), Optional.of(times(4, 5)), new NodeState(1, 2, -1, 4))),
                new Frame.Seen(new Interval(1, 2, times(), Optional.empty(), new NodeState(1, 2, 3, 4))),
                new Frame.Done(report(Map.of("status 500: <öl>", 3L, "", 5L), Optional.empty())),
                new Frame.Done(report(Map.of(), Optional.of(arrivals()))),
                new Frame.Refused("no \u0000 way"),
                new Frame.Store(order(new ClosedLoad(1))),
                new Frame.Stored(new Changes(1, 2, 3, Long.MIN_VALUE)));
    }

    @ParameterizedTest
    @MethodSource("frames")
    void whatWasWrittenIsRead(Frame frame) throws IOException {
        assertEquals(frame, read(written(frame)).orElseThrow());
    }

    @Test
    void everyKindOfFrameIsTried() {
        Set<Class<?>> tried = frames().map(Object::getClass).collect(Collectors.toSet());
        assertEquals(Set.of(Frame.class.getPermittedSubclasses()), tried);
    }

    @Test
    void everyKindOfLoadCrossesTheWireAsItself() {
        Set<Class<?>> sent = frames().filter(Frame.Order.class::isInstance)
                .map(frame -> ((Frame.Order) frame).order().load().getClass())
                .collect(Collectors.toSet());
        assertEquals(Set.of(Load.class.getPermittedSubclasses()), sent);
    }

    @Test
    void framesFollowOneAnotherUntilTheEnd() throws IOException {
        byte[] one = written(new Frame.Go(1));
        byte[] two = ByteBuffer.allocate(2 * one.length).put(one).put(one).array();
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(two));
        assertTrue(FrameStream.read(in).isPresent());
        assertTrue(FrameStream.read(in).isPresent());
        assertEquals(Optional.empty(), FrameStream.read(in));
    }

    @Test
    void aFrameThatIsCutAnywhereIsNoFrame() throws IOException {
        byte[] whole = written(new Frame.Done(report(Map.of("name", 1L), Optional.empty())));
        for (int length = 1; length < whole.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(whole, length);
            assertThrows(IOException.class, () -> read(cut), "cut after " + length + " of " + whole.length);
        }
    }

    @Test
    void anotherProgramsOutputIsNoFrame() {
        IOException e = assertThrows(IOException.class, () -> read("OpenJDK 64-Bit Server VM warning".getBytes()));
        assertEquals("what came from the other process is no frame of this version", e.getMessage());
    }

    @Test
    void anUnknownKindIsNoFrame() throws IOException {
        byte[] damaged = written(new Frame.Go(1));
        damaged[MARK_AND_KIND - 1] = 99;
        assertTrue(refusal(damaged).endsWith("unknown kind came from the other process: 99"), refusal(damaged));
    }

    @Test
    void impossibleLengthsAreRefusedBeforeAnythingIsAllocated() throws IOException {
        for (int impossible : new int[] {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, (64 << 20) + 1}) {
            byte[] frame = written(new Frame.Go(1));
            ByteBuffer.wrap(frame).putInt(MARK_AND_KIND, impossible);
            assertTrue(refusal(frame).endsWith("impossible length: " + impossible));
        }
    }

    @Test
    void whatIsMissingOrDamagedIsSaid() throws IOException {
        assertEquals("a Refused frame cannot be read: reason", refusal(damaged(new Frame.Refused("x"), "{}")));
        assertTrue(refusal(damaged(new Frame.Go(1), "[1]")).startsWith("a Go frame cannot be read: "));
        byte[] done = written(new Frame.Done(report(Map.of(), Optional.empty())));
        String json =
                new String(done, StandardCharsets.ISO_8859_1).replace("\"serviceTime\":\"H", "\"serviceTime\":\"!");
        assertTrue(refusal(json.getBytes(StandardCharsets.ISO_8859_1)).contains("a histogram cannot be read"));
        byte[] order = written(new Frame.Order(order(new ClosedLoad(1))));
        String other = new String(order, StandardCharsets.ISO_8859_1).replace("\"closed\"", "\"nobody\"");
        assertTrue(refusal(other.getBytes(StandardCharsets.ISO_8859_1)).contains("no load of the kind"));
    }

    @Test
    void anOrderIsSharedAmongNodes() {
        List<CellOrder> shares = order(new ClosedLoad(5)).shares(2);
        assertEquals(
                List.of(new ClosedLoad(3), new ClosedLoad(2)),
                shares.stream().map(CellOrder::load).toList());
        assertEquals(List.of(9L, 10L), shares.stream().map(CellOrder::seed).toList());
    }

    @Test
    void intervalsAndReportsMergeByAddition() {
        Interval one = new Interval(10, 20, times(1, 2), Optional.of(times(3)), new NodeState(1, 2, 3, 4));
        Interval both = one.plus(new Interval(11, 21, times(5), Optional.of(times(6)), new NodeState(10, 20, -1, 40)));
        assertEquals(new NodeState(11, 22, -1, 44), both.node());
        assertEquals(times(1, 2, 5), both.serviceTime());
        assertEquals(Optional.of(times(3, 6)), both.responseTime());
        assertEquals(List.of(10L, 21L), List.of(both.fromMillis(), both.toMillis()));
        CellReport report = report(Map.of("why", 2L), Optional.of(arrivals()));
        CellReport twice = report.plus(report);
        assertEquals(2 * report.tally().sent(), twice.tally().sent());
        assertEquals(Map.of("why", 4L), twice.tally().reasons());
        assertEquals(
                2 * arrivals().due(), twice.tally().arrivals().orElseThrow().due());
        assertEquals(report.seconds(), twice.seconds());
    }

    private static CellOrder order(Load load) {
        return new CellOrder(
                12,
                new Target("http://[::1]:1/x?y=z", "soap11"),
                new Asked("tv-dinner", new Payload(5000, 77, 8, 0.1, -1).answeredInFull(), new Workload(20, "get 1")),
                load,
                new CellTiming(Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofMillis(100)),
                9);
    }

    private static CellReport report(Map<String, Long> reasons, Optional<Tally.Arrivals> arrivals) {
        Map<String, Long> ordered = new LinkedHashMap<>(reasons);
        Tally tally = new Tally(
                1,
                2,
                3,
                4,
                5,
                6,
                7,
                8,
                9,
                10,
                11,
                12,
                13,
                14,
                times(15),
                Map.of("get", times(1)),
                Map.of("login", times(2)),
                arrivals,
                Optional.of(new Cycles(4.5, 4, 7e9, 9e18)),
                Optional.of(new Overdue(times(6), times(7), 1)),
                ordered);
        return new CellReport(1, 2, tally, new Changes(1, 0, 0, 5));
    }

    private static Tally.Arrivals arrivals() {
        return new Tally.Arrivals(times(4, 5), 21, 22, 23, 24, 25, 26, 27, true);
    }

    private static Histogram times(long... nanos) {
        Histogram times = new Histogram(300_000_000_000L, 3);
        for (long one : nanos) {
            times.recordValue(one);
        }
        return times;
    }

    private static byte[] damaged(Frame frame, String json) throws IOException {
        byte[] head = java.util.Arrays.copyOf(written(frame), MARK_AND_KIND);
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(head.length + 4 + body.length)
                .put(head)
                .putInt(body.length)
                .put(body)
                .array();
    }

    private static String refusal(byte[] bytes) {
        return assertThrows(IOException.class, () -> read(bytes)).getMessage();
    }

    private static byte[] written(Frame frame) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FrameStream.write(frame, new DataOutputStream(out));
        return out.toByteArray();
    }

    private static Optional<Frame> read(byte[] bytes) throws IOException {
        return FrameStream.read(new DataInputStream(new ByteArrayInputStream(bytes)));
    }
}
