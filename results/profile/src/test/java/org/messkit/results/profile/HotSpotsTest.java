// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who is named, and for how much. */
class HotSpotsTest {
    private static final Layers LAYERS = Layers.of(Map.of());
    private static final Frame HARNESS = LAYERS.frame("org.openjdk.jmh.runner.BenchmarkHandler", "run");
    private static final Frame HANDLER = LAYERS.frame("org.messkit.services.stax.Handler", "answer");
    private static final Frame PARSER = LAYERS.frame("com.ctc.wstx.sr.BasicStreamReader", "next");
    private static final Frame JDK = LAYERS.frame("java.lang.String", "strip");
    private static final Frame NATIVE = LAYERS.frame("", "arraycopy");

    private static final List<Stack> STACKS = List.of(
            time("worker", 5, HARNESS, HANDLER, PARSER),
            time("worker", 3, HARNESS, HANDLER, JDK, NATIVE),
            time("worker", 1, HARNESS, HANDLER),
            time("C2 CompilerThread0", 2, NATIVE),
            time("GC Thread#1", 4, NATIVE),
            time("GC Thread#0", 4, NATIVE),
            new Stack(Stack.Kind.ALLOCATION, "worker", List.of(HARNESS, HANDLER, JDK), "java.lang.String", 64));

    @Test
    void whatTheJdkDoesCountsForWhoCalledIt() {
        HotSpots spots = HotSpots.of(STACKS, Stack.Kind.TIME);
        assertEquals(19, spots.total());
        assertEquals(
                List.of(
                        new HotSpots.Operation(Layer.GC, "GC Thread", "arraycopy", 8),
                        new HotSpots.Operation(
                                Layer.PARSER, "com.ctc.wstx.sr.BasicStreamReader.next", "BasicStreamReader.next", 5),
                        new HotSpots.Operation(
                                Layer.APPLICATION, "org.messkit.services.stax.Handler.answer", "arraycopy", 4),
                        new HotSpots.Operation(Layer.JIT, "C2 CompilerThread", "arraycopy", 2)),
                spots.operations());
    }

    @Test
    void layersShareTheWhole() {
        Map<Layer, Long> layers = HotSpots.of(STACKS, Stack.Kind.TIME).layers();
        assertEquals(Map.of(Layer.PARSER, 5L, Layer.APPLICATION, 4L, Layer.GC, 8L, Layer.JIT, 2L), layers);
    }

    @Test
    void anAllocationIsNamedByItsClass() {
        assertEquals(
                List.of(new HotSpots.Operation(
                        Layer.APPLICATION, "org.messkit.services.stax.Handler.answer", "java.lang.String", 64)),
                HotSpots.of(STACKS, Stack.Kind.ALLOCATION).operations());
    }

    @Test
    void aTreeHasTheWeightOfItsStacksAtEveryLevel() {
        CallTree tree = CallTree.of(STACKS, Stack.Kind.TIME);
        assertEquals(19, tree.weight());
        CallTree handler = tree.child(HARNESS.name()).child(HANDLER.name());
        assertEquals(9, handler.weight());
        assertEquals(
                List.of(PARSER.name(), JDK.name()),
                handler.children().stream().map(CallTree::name).toList());
        assertEquals(10, tree.child(NATIVE.name()).weight());
    }

    private static Stack time(String thread, long samples, Frame... frames) {
        return new Stack(Stack.Kind.TIME, thread, List.of(frames), "", samples);
    }
}
