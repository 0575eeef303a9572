// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PerformanceIndexTest {
    /** Whoever has to change this changes what every index so far was of. */
    @Test
    void theReferenceWorkloadIsWhatItWas() throws Exception {
        assertEquals(103_380, PerformanceIndexMain.document().length);
        assertEquals(PerformanceIndexMain.CHECKSUM, new PerformanceIndexMain().checksum());
    }
}
