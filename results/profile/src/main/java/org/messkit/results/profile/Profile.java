// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.profile;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.messkit.results.log.WholeFile;

/**
 * {@code profile.json}: what was profiled, and in which files of the folder that stands.
 *
 * @param format version of this file, {@value #FORMAT}
 * @param id name of the folder
 * @param conditions that were the same for all, with their units
 * @param subjects in display order
 * @param loads services that were profiled under load; mostly none
 * @param layers names of the technologies' packages and classes by layer, as in {@link Layers#of}; null in profiles from before descriptors
 *     stated them
 */
public record Profile(
        int format,
        String id,
        Map<String, String> conditions,
        List<Subject> subjects,
        List<Loaded> loads,
        Map<String, List<String>> layers) {
    /** The version that is written and read. */
    public static final int FORMAT = 1;

    private static final String FILE = "profile.json";
    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    /** Copies. */
    public Profile {
        conditions = Collections.unmodifiableMap(new LinkedHashMap<>(conditions));
        subjects = List.copyOf(subjects);
        loads = List.copyOf(loads);
        layers = layers == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(layers));
    }

    /** One whose technologies' layers are not stated. */
    public Profile(int format, String id, Map<String, String> conditions, List<Subject> subjects, List<Loaded> loads) {
        this(format, id, conditions, subjects, loads, null);
    }

    /** With services that were profiled under load. */
    public Profile with(List<Loaded> profiled) {
        return new Profile(format, id, conditions, subjects, profiled, layers);
    }

    /** With what the technologies' descriptors state of layers. */
    public Profile with(Map<String, List<String>> stated) {
        return new Profile(format, id, conditions, subjects, loads, stated);
    }

    /** An estimate with its 95 % interval. */
    public record Bounds(double estimate, double low, double high) {}

    /**
     * A service process under the load of a TestNode.
     *
     * @param service its name
     * @param bytes of the payload
     * @param jvm version of the process's; empty in profiles that were made before there were several
     * @param concurrency users
     * @param tps without the profiler, median over cells: to compare with cells under it, and no figure of a run
     * @param processorMicros processor time of the process per transaction, without the profiler
     * @param slower by which share fewer transactions were done under the profiler
     * @param recordings of the cells under it; none where too few cells were valid, and then the figures are 0
     * @param trouble why cells are missing, for the user; empty if none is
     */
    public record Loaded(
            String service,
            int bytes,
            String jvm,
            int concurrency,
            double tps,
            double processorMicros,
            Bounds slower,
            List<String> recordings,
            String trouble) {
        /** Copies. */
        public Loaded {
            jvm = jvm == null ? "" : jvm;
            recordings = List.copyOf(recordings);
            trouble = trouble == null ? "" : trouble;
        }

        /** One of which too few cells were valid. */
        public static Loaded failed(String service, int bytes, String jvm, int concurrency, String why) {
            return new Loaded(service, bytes, jvm, concurrency, 0, 0, new Bounds(0, 0, 0), List.of(), why);
        }

        /** Whether there are figures. */
        public boolean isValid() {
            return !recordings.isEmpty();
        }
    }

    /**
     * One handler, or a floor, at one payload on one JVM. Files are named relative to the folder.
     *
     * @param name a service, or what the floor is
     * @param floor whether it is not a technology at its work, but what the others stand on
     * @param bytes of the payload's root element
     * @param jvm version
     * @param throughput JMH's file of each fork without a sampling profiler
     * @param sampleTime JMH's file of a fork in which single operations were timed
     * @param profiled JMH's file of the fork that was profiled; its score is no figure
     * @param recording of that fork
     */
    public record Subject(
            String name,
            boolean floor,
            int bytes,
            String jvm,
            List<String> throughput,
            String sampleTime,
            String profiled,
            String recording) {
        /** Copies. */
        public Subject {
            throughput = List.copyOf(throughput);
        }
    }

    /** Whether there is a profile in a folder. */
    public static boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve(FILE));
    }

    /**
     * Reads the profile of a folder.
     *
     * @throws IOException naming the file, if it is not one of this format
     */
    public static Profile read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        try (Reader in = Files.newBufferedReader(file)) {
            Profile profile = GSON.fromJson(in, Profile.class);
            if (profile == null || profile.format() != FORMAT) {
                throw new IOException("not a profile of format " + FORMAT + ": " + file);
            }
            return profile;
        } catch (JsonParseException | NullPointerException e) {
            throw new IOException("not a profile: " + file, e);
        }
    }

    /** Writes it into its folder. */
    public void write(Path folder) throws IOException {
        byte[] json = (GSON.toJson(this) + "\n").getBytes(StandardCharsets.UTF_8);
        WholeFile.write(folder.resolve(FILE), out -> out.write(json));
    }
}
