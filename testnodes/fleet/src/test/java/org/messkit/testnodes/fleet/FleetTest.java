// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.messkit.loads.ClosedLoad;
import org.messkit.loads.Tally;
import org.messkit.testnodes.wire.Asked;
import org.messkit.testnodes.wire.CellOrder;
import org.messkit.testnodes.wire.CellReport;
import org.messkit.testnodes.wire.CellTiming;
import org.messkit.testnodes.wire.Frame;
import org.messkit.testnodes.wire.Interval;
import org.messkit.testnodes.wire.NodeState;
import org.messkit.testnodes.wire.Target;
import org.messkit.usecases.Changes;
import org.messkit.usecases.Payload;
import org.messkit.usecases.Workload;

@Timeout(60)
class FleetTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void aFleetOfOneIsItsNode() throws IOException {
        try (Fleet fleet = Fleet.of(ScriptedNode.node(FleetTest::answers))) {
            Fleet.ReadyCell ready = fleet.prepare(order(3));
            assertEquals(new Frame.Ready(7, 8, 9), ready.generated());
            List<Interval> seen = new ArrayList<>();
            CellReport report = ready.drive(SECOND, seen::add);
            assertEquals(3, report.tally().valid(), "one for each user");
            assertEquals(2, seen.size());
            assertEquals(new Changes(1, 0, 0, 3), fleet.store(order(3)));
        }
    }

    @Test
    void whatSeveralNodesSeeIsAddedUp() throws IOException {
        List<Node> nodes = List.of(ScriptedNode.node(FleetTest::answers), ScriptedNode.node(FleetTest::answers));
        try (Fleet fleet = new Fleet(nodes)) {
            List<Interval> together = Collections.synchronizedList(new ArrayList<>());
            List<Integer> single = Collections.synchronizedList(new ArrayList<>());
            CellReport report = fleet.prepare(order(5)).drive(SECOND, new Intervals() {
                @Override
                public void interval(Interval interval) {
                    together.add(interval);
                }

                @Override
                public void ofNode(int node, Interval interval) {
                    single.add(node);
                }
            });
            assertEquals(5, report.tally().valid(), "three of one, two of the other");
            assertEquals(5, report.tally().serviceTime().getTotalCount());
            assertEquals(
                    List.of(5L, 5L),
                    together.stream().map(i -> i.serviceTime().getTotalCount()).toList());
            Collections.sort(single);
            assertEquals(List.of(1, 1, 2, 2), single);
        }
    }

    @Test
    void noMoreNodesDriveThanThereAreUsers() throws IOException {
        List<Node> nodes = List.of(ScriptedNode.node(FleetTest::answers), ScriptedNode.node(FleetTest::answers));
        try (Fleet fleet = new Fleet(nodes)) {
            Fleet.ReadyCell ready = fleet.prepare(order(1));
            assertEquals(1, ready.driving().size());
            assertEquals(1, ready.drive(SECOND, Intervals.NONE).tally().valid());
            assertEquals(List.of(), ((ScriptedNode) nodes.get(1).process()).frames(), "it was not asked");
        }
    }

    @Test
    void aNodeThatIsLostIsSaidOnceTheOthersHaveEnded() throws IOException {
        Node lost = ScriptedNode.node(frame -> {
            if (frame instanceof Frame.Go) {
                throw new IOException("it breaks off");
            }
            return answers(frame);
        });
        Node whole = ScriptedNode.node(FleetTest::answers);
        try (Fleet fleet = new Fleet(List.of(lost, whole))) {
            Fleet.ReadyCell ready = fleet.prepare(order(4));
            assertThrows(LostNodeException.class, () -> ready.drive(SECOND, Intervals.NONE));
            assertFalse(fleet.isAlive());
            assertTrue(whole.process().isAlive());
            assertTrue(((ScriptedNode) whole.process()).frames().stream().anyMatch(Frame.Go.class::isInstance));
        }
    }

    @Test
    void aRefusalIsItsReason() throws IOException {
        try (Fleet fleet = Fleet.of(ScriptedNode.node(frame -> List.of(new Frame.Refused("no such use case"))))) {
            IOException e = assertThrows(IOException.class, () -> fleet.prepare(order(1)));
            assertEquals("no such use case", e.getMessage());
            assertFalse(e instanceof LostNodeException);
        }
    }

    @Test
    void whatANodeMayNotSayIsALoss() throws IOException {
        try (Fleet fleet = Fleet.of(ScriptedNode.node(frame -> List.of(new Frame.Abort())))) {
            IOException e = assertThrows(LostNodeException.class, () -> fleet.prepare(order(1)));
            assertEquals("the TestNode said Abort instead of Ready", e.getMessage());
        }
    }

    @Test
    void aNodeOfAnotherVersionIsNotDriven() throws IOException {
        ScriptedNode other = new ScriptedNode("0.0.1", FleetTest::answers);
        IOException e = assertThrows(LostNodeException.class, () -> new Node(other));
        assertTrue(e.getMessage().startsWith("the TestNode is of version 0.0.1 of the kit, this one is "));
    }

    @Test
    void aNodeThatIsStuckIsKilled() throws IOException {
        try (Fleet fleet =
                Fleet.of(ScriptedNode.node(frame -> frame instanceof Frame.Go ? List.of() : answers(frame)))) {
            Fleet.ReadyCell ready = fleet.prepare(order(1));
            assertThrows(LostNodeException.class, () -> ready.drive(0, Intervals.NONE, Duration.ofMillis(200)));
        }
    }

    /** A valid transaction for each user, in each of two intervals. */
    private static List<Frame> answers(Frame heard) {
        if (heard instanceof Frame.Order order) {
            USERS.set(order.order().load().concurrency());
            return List.of(new Frame.Ready(7, 8, 9));
        }
        if (heard instanceof Frame.Store) {
            return List.of(new Frame.Stored(new Changes(1, 0, 0, 3)));
        }
        if (heard instanceof Frame.Go) {
            int users = USERS.get();
            Interval interval = new Interval(1, 2, times(users), Optional.empty(), new NodeState(1, 1, 1, 1));
            return List.of(new Frame.Seen(interval), new Frame.Seen(interval), new Frame.Done(report(users)));
        }
        return List.of();
    }

    /** Of the node whose thread asks. */
    private static final ThreadLocal<Integer> USERS = new ThreadLocal<>();

    private static CellReport report(int users) {
        Tally tally = new Tally(
                users,
                users,
                0,
                0,
                users,
                0,
                users,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                times(users),
                Map.of(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of());
        return new CellReport(0, 1_000_000, tally, Changes.NONE);
    }

    private static Histogram times(int count) {
        Histogram times = new Histogram(300_000_000_000L, 3);
        times.recordValueWithCount(1_000_000, count);
        return times;
    }

    private static CellOrder order(int users) {
        return new CellOrder(
                1,
                new Target("http://127.0.0.1:1/", "pox"),
                new Asked("null", Payload.ofBytes(5000), Workload.NONE),
                new ClosedLoad(users),
                new CellTiming(Duration.ZERO, SECOND),
                1);
    }
}
