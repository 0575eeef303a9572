// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.sax;

import org.messkit.services.contract.TechnologyContract;

class SaxContractTest extends TechnologyContract {
    SaxContractTest() {
        super(new SaxTechnology(), "tv-dinner", "sushi-boats", "buffet");
    }
}
