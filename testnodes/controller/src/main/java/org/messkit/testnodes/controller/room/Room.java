// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.room;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.messkit.services.spi.ServiceName;

/**
 * A technology's room, as its descriptor tells it.
 *
 * @param folder with the descriptor and the folder {@code lib}, whose jars name what else belongs to the class path
 * @param name of the technology
 * @param title one line
 * @param useCases what it serves: {@code use-case} or {@code use-case+variant}, with {@code @binding} if on that one alone
 * @param bindings on which, unless said otherwise
 * @param versions of what it is made of
 */
public record Room(
        Path folder,
        String name,
        String title,
        List<String> useCases,
        List<String> bindings,
        Map<String, String> versions) {
    static final String DESCRIPTOR = "technology.properties";

    /** Copies, keeping the order. */
    public Room {
        useCases = List.copyOf(useCases);
        bindings = List.copyOf(bindings);
        versions = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(versions));
    }

    /**
     * Reads the descriptor of a folder.
     *
     * @throws IOException if there is none or a part of it is missing
     */
    static Room read(Path folder) throws IOException {
        Properties properties = new Properties();
        Path file = folder.resolve(DESCRIPTOR);
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (NoSuchFileException e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            throw new IOException("the descriptor cannot be read: " + e.getMessage() + " (" + file + ")", e);
        }
        for (String needed : List.of("name", "title", "use-cases", "bindings")) {
            if (properties.getProperty(needed, "").isBlank()) {
                throw new IOException("the descriptor has no '" + needed + "' (" + file + ")");
            }
        }
        Map<String, String> versions = new LinkedHashMap<>();
        for (String version : words(properties.getProperty("versions", ""))) {
            int colon = version.indexOf(':');
            versions.put(version.substring(0, colon < 0 ? version.length() : colon), version.substring(colon + 1));
        }
        Room room = new Room(
                folder,
                properties.getProperty("name").strip(),
                properties.getProperty("title"),
                words(properties.getProperty("use-cases")),
                words(properties.getProperty("bindings")),
                versions);
        try {
            room.services().forEach(service -> ServiceName.parse(service.toString()));
        } catch (IllegalArgumentException e) {
            throw new IOException(
                    "the descriptor makes no names of services: " + e.getMessage() + " (" + file + ")", e);
        }
        return room;
    }

    /** Every service that this room can start. */
    public List<ServiceName> services() {
        List<ServiceName> services = new ArrayList<>();
        for (String served : useCases) {
            int at = served.indexOf('@');
            String useCase = at < 0 ? served : served.substring(0, at);
            List<String> on = at < 0 ? bindings : List.of(served.substring(at + 1));
            int plus = useCase.indexOf('+');
            String variant = plus < 0 ? "" : useCase.substring(plus + 1);
            String base = plus < 0 ? useCase : useCase.substring(0, plus);
            on.forEach(binding -> services.add(new ServiceName(base, name, variant, binding)));
        }
        return services;
    }

    /** The class path of its process. */
    public String classPath() {
        return folder.resolve("lib") + "/*";
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("[\\s,]+"));
    }
}
