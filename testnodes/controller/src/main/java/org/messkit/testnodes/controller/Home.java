// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.messkit.testnodes.controller.room.Rooms;

/**
 * Where the kit's parts lie.
 *
 * @param root the kit's folder: one that was unpacked, or that the build of a checkout has put together
 */
public record Home(Path root) {
    /** More folders to look for rooms in, separated like a class path; for technologies that are built elsewhere. */
    public static final String MORE_ROOMS = "messkit.rooms";

    /** A class path of test cases of the user's own, as the kit's test cases are written; a TestNode sees it before the kit's. */
    public static final String MORE_CASES = "messkit.cases";

    private static final String CHECKOUT = "messkit.checkout";

    /**
     * The home that the launcher names in the system property {@code messkit.home}, else the working folder.
     */
    public static Home find() {
        return new Home(Path.of(System.getProperty("messkit.home", "."))
                .toAbsolutePath()
                .normalize());
    }

    /** The rooms of the kit and of the folders in {@value #MORE_ROOMS}. */
    public Rooms rooms() throws IOException {
        List<Path> folders = new ArrayList<>();
        folders.add(root.resolve("rooms"));
        String more = System.getProperty(MORE_ROOMS, "");
        for (String folder : more.split(File.pathSeparator)) {
            if (!folder.isBlank()) {
                folders.add(Path.of(folder));
            }
        }
        return Rooms.in(folders);
    }

    /** All files and folders that processes are started from: the kit's, and the user's own rooms and test cases. */
    public List<Path> software() {
        List<Path> all = new ArrayList<>();
        for (String part : List.of("lib", "node", "rooms", "whitebox")) {
            all.add(root.resolve(part));
        }
        for (String more : List.of(System.getProperty(MORE_ROOMS, ""), System.getProperty(MORE_CASES, ""))) {
            for (String part : more.split(File.pathSeparator)) {
                if (!part.isBlank()) {
                    // A class path may name all jars of a folder.
                    all.add(Path.of(part.endsWith("*") ? part.substring(0, part.length() - 1) : part));
                }
            }
        }
        return all;
    }

    /** The class path of a TestNode. */
    public String testNodeClassPath() {
        String more = moreCases().map(path -> path + File.pathSeparator).orElse("");
        return more + root.resolve("node") + "/*";
    }

    /** Where test cases of the user's own are, if there are any. */
    public static Optional<String> moreCases() {
        return Optional.of(System.getProperty(MORE_CASES, "")).filter(path -> !path.isBlank());
    }

    /** The class path of the white box's benchmarks, which a room's is put before. */
    public String whiteBoxClassPath() {
        return root.resolve("whitebox") + "/*";
    }

    /** The folder of the shipped scenarios. */
    public Path scenarios() {
        return root.resolve("scenarios");
    }

    /** The checkout that the kit was built in, if its launcher says so in the system property {@code messkit.checkout}. */
    public Optional<Path> checkout() {
        return Optional.ofNullable(System.getProperty(CHECKOUT)).map(Path::of);
    }

    /** The folder of runs: of the checkout, else below the working folder, since a kit may lie where its user cannot write. */
    public Path runs() {
        return checkout().orElse(Path.of("")).resolve("results/runs").toAbsolutePath();
    }

    /** A scenario by path or by shipped name; may not exist. */
    public Path scenario(String name) {
        Path given = Path.of(name);
        Path shipped = scenarios().resolve(name + ".xml");
        return !Files.exists(given) && Files.exists(shipped) ? shipped : given;
    }

    /** The java program that this process runs on. */
    public static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }
}
