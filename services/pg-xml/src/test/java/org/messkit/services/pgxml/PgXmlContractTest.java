// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.pgxml;

import org.messkit.services.contract.TechnologyContract;

class PgXmlContractTest extends TechnologyContract {
    PgXmlContractTest() {
        super(new PgXmlTechnology(), "pantry");
    }
}
