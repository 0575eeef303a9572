// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.aalto;

import org.messkit.services.contract.TechnologyContract;

class AaltoContractTest extends TechnologyContract {
    AaltoContractTest() {
        super(new AaltoTechnology(), "tv-dinner", "sushi-boats", "buffet");
    }
}
