// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.usecases;

import java.util.List;
import org.messkit.usecases.buffet.Buffet;
import org.messkit.usecases.nothing.Nothing;
import org.messkit.usecases.pantry.Pantry;
import org.messkit.usecases.sushiboats.SushiBoats;
import org.messkit.usecases.tvdinner.TvDinner;

/** The use cases of the kit. */
public final class UseCases {
    private static final List<UseCase> ALL =
            List.of(new TvDinner(), new SushiBoats(), new Buffet(), new Pantry(), new Nothing());

    private UseCases() {}

    /** All of them, in the order of the docs. */
    public static List<UseCase> all() {
        return ALL;
    }

    /** Whether a service is the rig's ceiling, as its use case says; one that this kit does not know is none. */
    public static boolean isCeiling(String useCase, String technology) {
        return ALL.stream().anyMatch(known -> known.name().equals(useCase) && known.isCeiling(technology));
    }

    /**
     * The use case of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static UseCase named(String name) {
        return ALL.stream()
                .filter(useCase -> useCase.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no use case '" + name + "', only: "
                        + String.join(", ", ALL.stream().map(UseCase::name).toList())));
    }
}
