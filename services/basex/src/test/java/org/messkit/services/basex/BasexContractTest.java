// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.basex;

import org.messkit.services.contract.TechnologyContract;

class BasexContractTest extends TechnologyContract {
    BasexContractTest() {
        super(
                new BasexTechnology(),
                "tv-dinner",
                "tv-dinner+sax@pox",
                "sushi-boats",
                "sushi-boats+sax@pox",
                "buffet",
                "buffet+sax@pox");
    }
}
