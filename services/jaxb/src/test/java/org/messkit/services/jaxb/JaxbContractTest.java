// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.jaxb;

import org.messkit.services.contract.TechnologyContract;

class JaxbContractTest extends TechnologyContract {
    JaxbContractTest() {
        super(new JaxbTechnology(), "tv-dinner", "tv-dinner+full", "sushi-boats", "buffet");
    }
}
