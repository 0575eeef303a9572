// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.h2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.messkit.services.contract.StoreContract;

class H2StoreTest extends StoreContract {
    H2StoreTest() {
        super(new H2Technology(), "");
    }

    @Test
    void readsAndWritesOfTheFileAreCounted() {
        Map<String, Long> counters = store().counters();
        assertEquals(Set.of("file_read", "file_write"), counters.keySet());
        assertTrue(counters.get("file_write") > 0, counters.toString());
    }
}
