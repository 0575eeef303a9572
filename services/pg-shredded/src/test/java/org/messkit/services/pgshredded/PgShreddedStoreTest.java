// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.pgshredded;

import org.messkit.services.contract.StoreContract;

class PgShreddedStoreTest extends StoreContract {
    PgShreddedStoreTest() {
        super(new PgShreddedTechnology(), "");
    }
}
