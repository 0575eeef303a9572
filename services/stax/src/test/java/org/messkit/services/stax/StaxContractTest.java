// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.stax;

import org.messkit.services.contract.TechnologyContract;

class StaxContractTest extends TechnologyContract {
    StaxContractTest() {
        super(new StaxTechnology(), "tv-dinner", "sushi-boats", "buffet");
    }
}
