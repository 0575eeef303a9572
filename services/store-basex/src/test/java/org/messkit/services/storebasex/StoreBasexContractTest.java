// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.storebasex;

import org.messkit.services.contract.TechnologyContract;

class StoreBasexContractTest extends TechnologyContract {
    StoreBasexContractTest() {
        super(new StoreBasexTechnology(), "pantry", "pantry+sharded");
    }
}
