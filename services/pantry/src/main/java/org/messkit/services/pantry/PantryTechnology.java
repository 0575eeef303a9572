// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.pantry;

import java.util.Optional;
import org.messkit.services.spi.DataStore;
import org.messkit.services.spi.Handler;
import org.messkit.services.spi.Technology;

/**
 * A technology that serves Pantry alone, without variants, on one store for all its services.
 *
 * @param <S> its store
 */
public abstract class PantryTechnology<S extends DataStore> implements Technology {
    private final String name;
    private S store;

    /** Makes one; opens nothing. */
    protected PantryTechnology(String name) {
        this.name = name;
    }

    /** Opens the store, with the first of the services. */
    protected abstract S open();

    /** A handler on the store. */
    protected abstract Handler on(S store);

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final synchronized Handler handler(String useCase, String variant) {
        if (!useCase.equals("pantry") || !variant.isEmpty()) {
            throw new IllegalArgumentException(name + " has pantry alone, got: " + useCase + " " + variant);
        }
        if (store == null) {
            store = open();
        }
        return on(store);
    }

    @Override
    public final synchronized Optional<DataStore> store() {
        return Optional.ofNullable(store);
    }
}
