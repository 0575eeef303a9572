// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.pgtext;

import org.messkit.services.contract.TechnologyContract;

class PgTextContractTest extends TechnologyContract {
    PgTextContractTest() {
        super(new PgTextTechnology(), "pantry");
    }
}
