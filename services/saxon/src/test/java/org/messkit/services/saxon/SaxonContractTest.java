// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.saxon;

import org.messkit.services.contract.TechnologyContract;

class SaxonContractTest extends TechnologyContract {
    SaxonContractTest() {
        super(new SaxonTechnology(), "tv-dinner", "sushi-boats", "buffet");
    }
}
