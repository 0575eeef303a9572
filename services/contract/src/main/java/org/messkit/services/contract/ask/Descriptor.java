// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.contract.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.ServiceLoader;
import org.messkit.services.spi.ServiceName;
import org.messkit.services.spi.Technology;

/** Holds a room's descriptor, in the module under test, against its technology. */
public final class Descriptor {
    private static final Path FILE = Path.of("src", "main", "messkit", "technology.properties");

    private Descriptor() {}

    public static void assertSays(String technology, List<String> services) throws IOException {
        Properties said = read();
        assertEquals(technology, said.getProperty("name"));
        assertEquals(services, List.of(said.getProperty("use-cases").split(" ")));
        for (String key : List.of("title", "bindings", "versions")) {
            assertTrue(!said.getProperty(key, "").isBlank(), key + " must be given in " + FILE);
        }
        String layers = said.getProperty("layers", "");
        assertTrue(layers.matches("((parser|binding|store):[\\w.]+ ?)*"), layers + ": layers in " + FILE);
        assertTrue(
                ServiceLoader.load(Technology.class).stream()
                        .anyMatch(found -> found.get().name().equals(technology)),
                technology + " must be found by the service loader");
    }

    /** What the room serves, as it says. */
    public static List<String> names() {
        try {
            return List.of(read().getProperty("use-cases").split(" "));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every service of the room, by name. */
    public static List<ServiceName> services() throws IOException {
        Properties said = read();
        List<ServiceName> services = new ArrayList<>();
        for (String served : said.getProperty("use-cases").split(" ")) {
            String[] parts = served.split("@", 2);
            String[] words = parts[0].split("\\+", 2);
            for (String binding : (parts.length > 1 ? parts[1] : said.getProperty("bindings")).split(" ")) {
                String variant = words.length > 1 ? words[1] : "";
                services.add(new ServiceName(words[0], said.getProperty("name"), variant, binding));
            }
        }
        return services;
    }

    private static Properties read() throws IOException {
        Properties said = new Properties();
        try (Reader in = Files.newBufferedReader(FILE)) {
            said.load(in);
        }
        return said;
    }
}
