// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.dom;

import org.messkit.services.contract.TechnologyContract;

class DomContractTest extends TechnologyContract {
    DomContractTest() {
        super(
                new DomTechnology(),
                "tv-dinner",
                "sushi-boats",
                "buffet",
                "buffet+naive",
                "buffet+deferred",
                "buffet+cxf@soap11",
                "buffet+cxf@soap12",
                "buffet+saaj@soap11",
                "buffet+saaj@soap12");
    }
}
