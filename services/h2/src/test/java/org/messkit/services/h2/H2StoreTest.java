// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.h2;

import org.messkit.services.contract.StoreContract;

class H2StoreTest extends StoreContract {
    H2StoreTest() {
        super(new H2Technology());
    }
}
