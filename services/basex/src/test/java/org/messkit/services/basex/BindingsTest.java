// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.basex;

import org.messkit.services.contract.BindingContract;

/** Here, because this room has every binding. */
class BindingsTest extends BindingContract {
    BindingsTest() {
        super(new BasexTechnology());
    }
}
