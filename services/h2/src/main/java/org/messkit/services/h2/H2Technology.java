// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.h2;

import java.util.Map;
import org.messkit.services.pantry.Durability;
import org.messkit.services.pantry.PantryHandler;
import org.messkit.services.pantry.PantryTechnology;
import org.messkit.services.pantry.StoreFolder;
import org.messkit.services.relational.Database;
import org.messkit.services.relational.ShreddedStore;
import org.messkit.services.spi.Handler;

/** H2 embedded in the service: the small baseline of the stores. */
public final class H2Technology extends PantryTechnology<ShreddedStore> {
    private ShreddedStore store;

    /** For the service loader. */
    public H2Technology() {
        super("h2");
    }

    @Override
    protected ShreddedStore open() {
        Durability durability = Durability.asked("h2", Map.of(Durability.DISK, "its commits do not wait for the disk"));
        H2Engine engine = new H2Engine(StoreFolder.open(), durability);
        Database database = Database.open(engine.address(), "public", "classpath:org/messkit/services/h2/migrations");
        return new ShreddedStore(database, engine);
    }

    @Override
    protected Handler on(ShreddedStore store) {
        return new PantryHandler<>(store);
    }
}
