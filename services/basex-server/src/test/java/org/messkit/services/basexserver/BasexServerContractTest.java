// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.basexserver;

import org.messkit.services.contract.TechnologyContract;

class BasexServerContractTest extends TechnologyContract {
    BasexServerContractTest() {
        super(new BasexServerTechnology(), "pantry");
    }
}
