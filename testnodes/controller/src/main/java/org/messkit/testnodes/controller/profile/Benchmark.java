// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.profile;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.messkit.services.spi.ServiceName;
import org.messkit.testnodes.controller.Home;
import org.messkit.testnodes.controller.room.Rooms;

/**
 * What one benchmark is.
 *
 * @param name for tables: a service, or the floor
 * @param bytes of the payload
 * @param classPath of the room and of the benchmarks
 * @param pattern which of JMH's benchmarks
 * @param parameters for it
 */
public record Benchmark(
        String name, int bytes, List<String> classPath, String pattern, Map<String, String> parameters) {
    private static final String PACKAGE = "org.messkit.services.whitebox.";

    /** Copies. */
    public Benchmark {
        classPath = List.copyOf(classPath);
        parameters = Map.copyOf(parameters);
    }

    /** A service's handler, with nothing on the class path but its room. */
    public static Benchmark of(Home home, Rooms rooms, ServiceName service, int bytes) {
        return of(home, List.of(rooms.of(service).classPath()), service, bytes);
    }

    /** A handler that the class path has, which may be more than a room. */
    public static Benchmark of(Home home, List<String> classPath, ServiceName service, int bytes) {
        return new Benchmark(
                service.toString(),
                bytes,
                Stream.concat(classPath.stream(), Stream.of(home.whiteBoxClassPath()))
                        .toList(),
                PACKAGE + "HandlerBenchmark",
                Map.of("service", service.toString(), "bytes", Integer.toString(bytes)));
    }

    /** The raw tokeniser on the messages of a use case. */
    public static Benchmark tokeniser(Home home, String useCase, int bytes) {
        return new Benchmark(
                "Woodstox alone, " + useCase,
                bytes,
                List.of(home.whiteBoxClassPath()),
                PACKAGE + "TokeniserBenchmark",
                Map.of("useCase", useCase, "bytes", Integer.toString(bytes)));
    }

    /**
     * The command line of JMH for one fork.
     *
     * @param java of the process that starts the fork
     * @param mode {@code thrpt} or {@code sample}
     * @param json where JMH writes its result
     */
    List<String> command(Path java, Path json, String mode, Fork fork, List<String> profilers) {
        List<String> command = new ArrayList<>(List.of(
                java.toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                // Nobody else measures: the kit's own lock has seen to it, or the user has said otherwise.
                "-Djmh.ignoreLock=true",
                "-cp",
                String.join(File.pathSeparator, classPath),
                "org.openjdk.jmh.Main",
                pattern));
        new LinkedHashMap<>(parameters).forEach((name, value) -> command.addAll(List.of("-p", name + "=" + value)));
        command.addAll(List.of("-bm", mode, "-f", "1", "-t", "1", "-foe", "true"));
        command.addAll(fork.iterations());
        command.addAll(List.of("-jvm", fork.jvm().java().toString()));
        command.addAll(List.of("-jvmArgs", String.join(" ", fork.jvm().options())));
        command.addAll(List.of("-rf", "json", "-rff", json.toString()));
        profilers.forEach(profiler -> command.addAll(List.of("-prof", profiler)));
        return command;
    }
}
