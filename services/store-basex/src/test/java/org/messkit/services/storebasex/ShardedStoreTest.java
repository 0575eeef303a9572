// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.storebasex;

import org.messkit.services.contract.StoreContract;

class ShardedStoreTest extends StoreContract {
    ShardedStoreTest() {
        super(new StoreBasexTechnology(), "sharded");
    }
}
