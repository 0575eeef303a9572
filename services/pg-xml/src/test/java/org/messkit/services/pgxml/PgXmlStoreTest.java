// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.pgxml;

import org.messkit.services.contract.StoreContract;

class PgXmlStoreTest extends StoreContract {
    PgXmlStoreTest() {
        super(new PgXmlTechnology(), "");
    }
}
