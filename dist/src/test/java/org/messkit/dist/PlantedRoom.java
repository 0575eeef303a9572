// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.dist;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.messkit.services.spi.Technology;

/** Builds a room for a technology of the tests from the jars of another room. */
final class PlantedRoom {
    private PlantedRoom() {}

    /** A folder of rooms with one room in it, of the null service. */
    static Path build(Path rooms, Class<? extends Technology> technology, String name) throws IOException {
        return build(rooms, technology, name, "null", "baseline", "messkit-services-baseline");
    }

    /** A folder of rooms with one room in it: the jars of another room, but those whose names begin so. */
    static Path build(
            Path rooms,
            Class<? extends Technology> technology,
            String name,
            String useCase,
            String like,
            String without)
            throws IOException {
        Path room = rooms.resolve(name);
        Path lib = Files.createDirectories(room.resolve("lib"));
        for (Path jar : jars(like)) {
            if (!jar.getFileName().toString().startsWith(without)) {
                Files.copy(jar, lib.resolve(jar.getFileName()));
            }
        }
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(lib.resolve("planted.jar")))) {
            add(jar, FixedTechnology.class);
            add(jar, technology);
            for (Class<?> inner : technology.getDeclaredClasses()) {
                add(jar, inner);
            }
            add(jar, "META-INF/services/" + Technology.class.getName(), technology.getName());
        }
        Files.writeString(
                room.resolve("technology.properties"),
                "name=" + name + "\ntitle=planted by a test\nuse-cases=" + useCase + "\nbindings=pox\n");
        return rooms;
    }

    /** All jars on the class path of a room of the kit: its own, and those that the manifest of that one names. */
    static List<Path> jars(String technology) throws IOException {
        List<Path> jars = new ArrayList<>();
        Path lib = Kit.home().resolve("rooms").resolve(technology).resolve("lib");
        try (DirectoryStream<Path> own = Files.newDirectoryStream(lib, "*.jar")) {
            for (Path jar : own) {
                jars.add(jar);
                try (JarFile file = new JarFile(jar.toFile())) {
                    String named = file.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
                    Arrays.stream(named.split(" "))
                            .map(name -> lib.resolve(name).normalize())
                            .forEach(jars::add);
                }
            }
        }
        return jars;
    }

    static void add(JarOutputStream jar, String name, String text) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        jar.write(text.getBytes(StandardCharsets.UTF_8));
        jar.closeEntry();
    }

    static void add(JarOutputStream jar, Class<?> type) throws IOException {
        String name = type.getName().replace('.', '/') + ".class";
        jar.putNextEntry(new JarEntry(name));
        try (InputStream in = type.getClassLoader().getResourceAsStream(name)) {
            in.transferTo(jar);
        }
        jar.closeEntry();
    }
}
