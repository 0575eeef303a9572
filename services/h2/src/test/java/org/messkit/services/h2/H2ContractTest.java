// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.h2;

import org.messkit.services.contract.TechnologyContract;

class H2ContractTest extends TechnologyContract {
    H2ContractTest() {
        super(new H2Technology(), "pantry");
    }
}
