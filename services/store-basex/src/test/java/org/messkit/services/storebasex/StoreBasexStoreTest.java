// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.storebasex;

import org.messkit.services.contract.StoreContract;

class StoreBasexStoreTest extends StoreContract {
    StoreBasexStoreTest() {
        super(new StoreBasexTechnology(), "");
    }
}
