// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.pgshredded;

import org.messkit.services.contract.TechnologyContract;

class PgShreddedContractTest extends TechnologyContract {
    PgShreddedContractTest() {
        super(new PgShreddedTechnology(), "pantry");
    }
}
