// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.profile;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.messkit.results.profile.Layers;
import org.messkit.results.profile.Profile;
import org.messkit.services.spi.ServiceName;
import org.messkit.testnodes.controller.room.Rooms;

/** What the descriptors of profiled technologies state of layers: {@code layers=parser:com.ctc.wstx binding:org.glassfish.jaxb}. */
public final class StatedLayers {
    private StatedLayers() {}

    /**
     * Those of all technologies in a profile.
     *
     * @return names of packages or classes by layer, as in {@link Layers#of}
     * @throws IOException naming the descriptor, if it cannot be read or states what there is not
     */
    public static Map<String, List<String>> of(Profile profile, Rooms rooms) throws IOException {
        Set<Path> descriptors = new LinkedHashSet<>();
        for (Profile.Subject subject : profile.subjects()) {
            if (!subject.floor()) {
                descriptors.add(
                        rooms.of(ServiceName.parse(subject.name())).folder().resolve("technology.properties"));
            }
        }
        Map<String, Set<String>> stated = new TreeMap<>();
        for (Path descriptor : descriptors) {
            read(descriptor, stated);
        }
        Map<String, List<String>> layers = new TreeMap<>();
        stated.forEach((layer, names) -> layers.put(layer, List.copyOf(names)));
        return layers;
    }

    private static void read(Path descriptor, Map<String, Set<String>> stated) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(descriptor)) {
            properties.load(reader);
        }
        for (String word : properties.getProperty("layers", "").strip().split("\\s+")) {
            String[] parts = word.split(":", 2);
            if (parts.length == 2) {
                stated.computeIfAbsent(parts[0], layer -> new TreeSet<>()).add(parts[1]);
            } else if (!word.isEmpty()) {
                throw new IOException(
                        "the descriptor's layers must be LAYER:NAME, got: " + word + " (" + descriptor + ")");
            }
        }
        try {
            stated.keySet().forEach(layer -> Layers.of(Map.of(layer, List.of())));
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage() + " (" + descriptor + ")", e);
        }
    }
}
