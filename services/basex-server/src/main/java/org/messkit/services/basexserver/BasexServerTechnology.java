// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.basexserver;

import org.messkit.services.pantry.Durability;
import org.messkit.services.pantry.PantryTechnology;
import org.messkit.services.spi.Handler;
import org.messkit.services.xmldb.BasexStores;
import org.messkit.services.xmldb.Sessions;

/** A BaseX server behind its client: orders as documents of a native XML database. */
public final class BasexServerTechnology extends PantryTechnology<BasexStores> {
    private BasexStores stores;

    /** For the service loader. */
    public BasexServerTechnology() {
        super("basex-server");
    }

    @Override
    protected BasexStores open() {
        Durability.asked(name(), Sessions.UNREACHED);
        return new BasexStores(Server.start());
    }

    @Override
    protected Handler on(BasexStores store) {
        return store.handler("");
    }
}
