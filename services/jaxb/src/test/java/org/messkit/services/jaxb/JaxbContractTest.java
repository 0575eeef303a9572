// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.jaxb;

import java.util.Set;
import org.messkit.services.contract.TechnologyContract;

class JaxbContractTest extends TechnologyContract {
    private static final String EARLY_EXIT = "tv-dinner+early-exit@pox";

    JaxbContractTest() {
        super(
                new JaxbTechnology(),
                "tv-dinner",
                "tv-dinner+full",
                EARLY_EXIT,
                "tv-dinner+validated",
                "sushi-boats",
                "sushi-boats+validated",
                "buffet",
                "buffet+validated");
    }

    /** What is wrong with these stands behind the compartments asked for. */
    @Override
    protected Set<String> unchecked(String service) {
        return service.equals(EARLY_EXIT) ? Set.of("truncated", "last character missing", "other end tag") : Set.of();
    }
}
