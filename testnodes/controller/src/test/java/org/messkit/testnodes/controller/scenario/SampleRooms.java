// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.scenario;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.messkit.testnodes.controller.room.Room;
import org.messkit.testnodes.controller.room.Rooms;

/** Rooms as the kit has them, and one with a use case that nobody can generate. */
public final class SampleRooms {
    public static final Rooms ALL = new Rooms(List.of(
            room("baseline", List.of("null"), List.of("pox")),
            room("jaxb", List.of("tv-dinner", "tv-dinner+full"), List.of("pox", "soap11")),
            room("stax", List.of("sushi-boats"), List.of("pox", "soap11")),
            room("ahead", List.of("breakfast"), List.of("pox"))));

    private SampleRooms() {}

    private static Room room(String name, List<String> useCases, List<String> bindings) {
        return new Room(Path.of("rooms", name), name, name, useCases, bindings, Map.of());
    }
}
