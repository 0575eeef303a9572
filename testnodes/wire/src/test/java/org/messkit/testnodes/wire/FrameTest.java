// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FrameTest {
    private static final int MAGIC_AND_KIND = 5;

    @ParameterizedTest
    @EnumSource
    void whatWasWrittenIsRead(Frame.Kind kind) throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("z", "first");
        fields.put("a", "größer, \"größer\"\n<&>");
        fields.put("", "");
        byte[] blob = {0, -1, 77};
        Frame read = read(written(new Frame(kind, fields, blob))).orElseThrow();
        assertEquals(kind, read.kind());
        assertEquals(List.copyOf(fields.entrySet()), List.copyOf(read.fields().entrySet()));
        assertArrayEquals(blob, read.blob());
    }

    @Test
    void framesFollowOneAnotherUntilTheEnd() throws IOException {
        byte[] one = written(Frame.of(Frame.Kind.HELLO, Map.of("a", "b")));
        byte[] two = ByteBuffer.allocate(2 * one.length).put(one).put(one).array();
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(two));
        assertTrue(Frame.read(in).isPresent());
        assertTrue(Frame.read(in).isPresent());
        assertEquals(Optional.empty(), Frame.read(in));
    }

    @Test
    void aFrameThatIsCutAnywhereIsNoFrame() throws IOException {
        byte[] whole = written(new Frame(Frame.Kind.DONE, Map.of("name", "value"), new byte[] {1, 2, 3}));
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
        byte[] damaged = written(Frame.of(Frame.Kind.GO, Map.of()));
        damaged[MAGIC_AND_KIND - 1] = 99;
        IOException e = assertThrows(IOException.class, () -> read(damaged));
        assertTrue(e.getMessage().endsWith("unknown kind came from the other process: 99"), e.getMessage());
    }

    @Test
    void impossibleLengthsAreRefusedBeforeAnythingIsAllocated() throws IOException {
        byte[] frame = written(Frame.of(Frame.Kind.GO, Map.of()));
        for (int impossible : new int[] {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, (64 << 20) + 1}) {
            byte[] fields = frame.clone();
            ByteBuffer.wrap(fields).putInt(MAGIC_AND_KIND, impossible);
            assertTrue(refusal(fields).contains("impossible"));
            byte[] blob = frame.clone();
            ByteBuffer.wrap(blob).putInt(MAGIC_AND_KIND + 4, impossible);
            assertTrue(refusal(blob).endsWith("impossible length: " + impossible));
        }
    }

    @Test
    void aFieldThatIsMissingIsNamed() {
        Frame frame = Frame.of(Frame.Kind.GO, Map.of());
        var e = assertThrows(IllegalArgumentException.class, () -> frame.number("start-us"));
        assertEquals("a GO frame has no field 'start-us'", e.getMessage());
    }

    @Test
    void ordersCrossTheWireUnchanged() throws IOException {
        CellOrder order = new CellOrder(
                12,
                "tv-dinner",
                "soap11",
                "http://[::1]:1/x?y=z",
                5000,
                77,
                8,
                0.1,
                -1,
                "full",
                64,
                33.3,
                true,
                10_000,
                250,
                1000,
                3000,
                100,
                Long.MIN_VALUE);
        assertEquals(order, CellOrder.of(read(written(order.frame())).orElseThrow()));
    }

    @Test
    void reportsCrossTheWireUnchanged() throws IOException {
        Map<String, Long> reasons = new LinkedHashMap<>();
        reasons.put("status 500: <öl>", 3L);
        reasons.put("sent", 4L);
        reasons.put("", 5L);
        CellReport report = report(reasons, Optional.empty());
        CellReport read = CellReport.of(read(written(report.frame())).orElseThrow());
        assertEquals(report.frame().fields(), read.frame().fields());
        assertEquals(reasons, read.reasons());
        assertEquals(3, read.sent());
        assertArrayEquals(report.histogram(), read.histogram());
        assertEquals(Optional.empty(), read.arrivals());
    }

    @Test
    void reportsOfOpenLoadCarryBothHistograms() throws IOException {
        CellReport.Arrivals arrivals = new CellReport.Arrivals(21, 22, 23, 24, 25, 26, 27, true, new byte[] {4, 5});
        CellReport report = report(Map.of(), Optional.of(arrivals));
        CellReport read = CellReport.of(read(written(report.frame())).orElseThrow());
        assertEquals(report.frame().fields(), read.frame().fields());
        assertArrayEquals(report.histogram(), read.histogram());
        assertArrayEquals(new byte[] {4, 5}, read.arrivals().orElseThrow().histogram());
        assertTrue(read.arrivals().orElseThrow().overloaded());
    }

    private static CellReport report(Map<String, Long> reasons, Optional<CellReport.Arrivals> arrivals) {
        byte[] histogram = {1, 2, 3};
        return new CellReport(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, reasons, histogram, arrivals);
    }

    private static String refusal(byte[] bytes) {
        return assertThrows(IOException.class, () -> read(bytes)).getMessage();
    }

    private static byte[] written(Frame frame) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        frame.write(new DataOutputStream(out));
        return out.toByteArray();
    }

    private static Optional<Frame> read(byte[] bytes) throws IOException {
        return Frame.read(new DataInputStream(new ByteArrayInputStream(bytes)));
    }
}
