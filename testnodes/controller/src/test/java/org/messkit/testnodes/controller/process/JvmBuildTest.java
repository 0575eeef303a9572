// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JvmBuildTest {
    @Test
    void aVmOfAnotherBuildThanItsRuntimeIsSaid() throws IOException {
        Map<String, String> said =
                Map.of("java.runtime.version", "25.0.3+9-LTS", "java.vm.version", "openj9-0.50", "java.vendor", "IBM");
        assertEquals(
                Map.of("VM", "unknown", "build", "25.0.3+9-LTS, VM openj9-0.50", "vendor", "IBM"),
                JvmBuild.facts(said));
        assertThrows(IOException.class, () -> JvmBuild.facts(Map.of("java.vendor", "IBM")));
    }
}
