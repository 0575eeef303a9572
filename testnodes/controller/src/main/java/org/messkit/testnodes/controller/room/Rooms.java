// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.room;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.messkit.services.spi.ServiceName;

/**
 * All rooms that were found.
 *
 * @param all sorted by name
 */
public record Rooms(List<Room> all) {
    /** Copies and sorts. */
    public Rooms {
        all = all.stream().sorted(Comparator.comparing(Room::name)).toList();
    }

    /**
     * Reads the rooms in some folders: those with a descriptor themselves, and those below it that have one, also where the
     * build puts it ({@code target/room}).
     *
     * @throws IOException if a descriptor is damaged or two rooms have one name
     */
    public static Rooms in(List<Path> folders) throws IOException {
        List<Room> found = new ArrayList<>();
        for (Path folder : folders) {
            for (Path candidate : candidates(folder)) {
                Room room = Room.read(candidate);
                if (found.stream().anyMatch(other -> other.name().equals(room.name()))) {
                    throw new IOException("two rooms are named '" + room.name() + "' (" + candidate + ")");
                }
                found.add(room);
            }
        }
        return new Rooms(found);
    }

    /** Every service of every room, in display order. */
    public List<ServiceName> services() {
        return all.stream()
                .flatMap(room -> room.services().stream())
                .sorted(Comparator.comparing(ServiceName::useCase)
                        .thenComparing(ServiceName::technology)
                        .thenComparing(ServiceName::variant)
                        .thenComparing(ServiceName::binding))
                .toList();
    }

    /**
     * The services that a pattern chooses. {@code *} stands for any word, as in {@code tv-dinner/*@soap11}; variants are
     * chosen only by patterns with a {@code +}.
     *
     * @throws IllegalArgumentException if it chooses none
     */
    public List<ServiceName> matching(String pattern) {
        ServicePattern wanted = ServicePattern.parse(pattern);
        List<ServiceName> chosen = services().stream().filter(wanted::matches).toList();
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException("no service matches '" + pattern + "'; see: messkit list services");
        }
        return chosen;
    }

    /** The room of a service that was chosen here. */
    public Room of(ServiceName service) {
        return all.stream()
                .filter(room -> room.name().equals(service.technology()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no room for " + service));
    }

    private static List<Path> candidates(Path folder) throws IOException {
        if (Files.exists(folder.resolve(Room.DESCRIPTOR))) {
            return List.of(folder);
        }
        List<Path> found = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        try (DirectoryStream<Path> below = Files.newDirectoryStream(folder, Files::isDirectory)) {
            for (Path child : below) {
                for (Path candidate : List.of(child, child.resolve("target").resolve("room"))) {
                    if (Files.exists(candidate.resolve(Room.DESCRIPTOR))) {
                        found.add(candidate);
                    }
                }
            }
        }
        return found;
    }
}
