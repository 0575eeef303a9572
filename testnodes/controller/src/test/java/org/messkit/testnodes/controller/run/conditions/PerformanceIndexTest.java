// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run.conditions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PerformanceIndexTest {
    @Test
    void aThousandDocumentsAreAHundred() {
        Map<String, String> facts = PerformanceIndex.facts(new double[] {980, 990, 1000, 1010, 1030});
        assertEquals("100.0", facts.get("Performance Index"));
        assertEquals("5.0 % over 5 windows", facts.get("Performance Index, spread"));
    }

    @Test
    void aMachineThatIsDisturbedHasNone() {
        Map<String, String> facts = PerformanceIndex.facts(new double[] {800, 990, 1000, 1010, 1030});
        assertTrue(facts.get("Performance Index").startsWith("not known: it differed by 23.0 %"), facts.toString());
        assertEquals(1, facts.size());
    }
}
