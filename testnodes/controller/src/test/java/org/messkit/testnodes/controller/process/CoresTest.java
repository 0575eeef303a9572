// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoresTest {
    @ParameterizedTest
    @CsvSource({"2, 1, 1", "3, 2, 1", "4, 3, 1", "8, 6, 2", "64, 48, 16"})
    void aQuarterIsTheTestNodes(int usable, int service, int testNode) {
        Cores cores = Cores.split(processors(usable), 0, 0, true);
        assertEquals(service, cores.service().size());
        assertEquals(testNode, cores.testNode().size());
        assertTrue(Collections.disjoint(cores.service(), cores.testNode()), "neither takes from the other");
        assertTrue(cores.pinned());
    }

    @Test
    void asManyAreGivenAsWereAskedFor() {
        Cores cores = Cores.split(List.of(3, 5, 7, 9, 11), 2, 3, true);
        assertEquals(List.of(9, 11), cores.service());
        assertEquals(List.of(3, 5, 7), cores.testNode());
    }

    @Test
    void oneProcessorIsSharedAndNotPinned() {
        Cores cores = Cores.split(List.of(4), 0, 0, true);
        assertEquals(List.of(4), cores.service());
        assertEquals(List.of(4), cores.testNode());
        assertFalse(cores.pinned());
    }

    @ParameterizedTest
    @CsvSource({"1, 4, 0, 5", "1, 0, 2, 3", "2, 2, 0, 3", "2, 0, 3, 4", "4, 3, 2, 5"})
    void moreThanThereAreIsRefused(int usable, int service, int testNode, int needed) {
        var e = assertThrows(
                IllegalArgumentException.class, () -> Cores.split(processors(usable), service, testNode, true));
        assertEquals(
                "service and TestNode need " + needed + " cores together, this machine lets us use " + usable,
                e.getMessage());
    }

    private static List<Integer> processors(int count) {
        return IntStream.range(0, count).boxed().toList();
    }
}
