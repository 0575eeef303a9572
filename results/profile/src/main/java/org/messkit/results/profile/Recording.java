// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.profile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;

/** A recording in the format of the JDK's flight recorder, which async-profiler writes too: the stacks of it, alike ones together. */
public final class Recording {
    /** Locks of java.util.concurrent are waited for by parking on an object of one of these. */
    private static final List<String> LOCKS = List.of(
            "java.util.concurrent.locks.ReentrantLock",
            "java.util.concurrent.locks.ReentrantReadWriteLock",
            "java.util.concurrent.locks.StampedLock");

    private static final Map<String, String> PRIMITIVES = Map.of(
            "B", "byte", "C", "char", "D", "double", "F", "float", "I", "int", "J", "long", "S", "short", "Z",
            "boolean");
    private static final Pattern NOT_JAVA = Pattern.compile("\\.(so|dylib|dll)\\b|^\\[");

    private final Map<Stack, Long> weights = new LinkedHashMap<>();

    private final Layers layers;

    private Recording(Layers layers) {
        this.layers = layers;
    }

    /**
     * Reads a recording.
     *
     * @param layers whose code is whose
     * @return in no order; each stack once
     * @throws IOException if it cannot be read
     */
    public static List<Stack> read(Path file, Layers layers) throws IOException {
        Recording recording = new Recording(layers);
        try (RecordingFile events = new RecordingFile(file)) {
            while (events.hasMoreEvents()) {
                recording.add(events.readEvent());
            }
        }
        return recording.weights.entrySet().stream()
                .map(e -> new Stack(
                        e.getKey().kind(),
                        e.getKey().thread(),
                        e.getKey().frames(),
                        e.getKey().what(),
                        e.getValue()))
                .toList();
    }

    private void add(RecordedEvent event) {
        switch (event.getEventType().getName()) {
            case "jdk.ExecutionSample" -> add(event, "sampledThread", Stack.Kind.TIME, "", 1);
            case "jdk.ObjectAllocationInNewTLAB" -> allocated(event, "tlabSize");
            case "jdk.ObjectAllocationOutsideTLAB" -> allocated(event, "allocationSize");
            case "jdk.ObjectAllocationSample" -> allocated(event, "weight");
            case "jdk.JavaMonitorEnter" -> waited(event, "monitorClass", true);
            case "jdk.ThreadPark" -> waited(event, "parkedClass", false);
            default -> {
                // Of the recorder's many events these are what is asked for.
            }
        }
    }

    private void allocated(RecordedEvent event, String weight) {
        add(event, "eventThread", Stack.Kind.ALLOCATION, className(event, "objectClass"), event.getLong(weight));
    }

    private void waited(RecordedEvent event, String field, boolean monitor) {
        String waitedFor = className(event, field);
        boolean lock = monitor || LOCKS.stream().anyMatch(waitedFor::startsWith);
        add(
                event,
                "eventThread",
                lock ? Stack.Kind.LOCK : Stack.Kind.PARK,
                waitedFor,
                event.getDuration().toNanos());
    }

    private void add(RecordedEvent event, String thread, Stack.Kind kind, String what, long weight) {
        RecordedThread on = event.getThread(thread);
        weights.merge(new Stack(kind, name(on), frames(event.getStackTrace()), what, 0), weight, Long::sum);
    }

    private static String name(RecordedThread thread) {
        if (thread == null) {
            return "";
        }
        String name = thread.getJavaName() == null ? thread.getOSName() : thread.getJavaName();
        return name == null ? "" : name;
    }

    private static String className(RecordedEvent event, String field) {
        RecordedClass type = event.getClass(field);
        return type == null ? "" : readable(type.getName());
    }

    /** Arrays as a reader writes them; classes that the JVM made up without the number that it gave them. */
    private static String readable(String type) {
        String element = type.replaceFirst("^\\[+", "");
        String name = element.length() == type.length()
                ? type
                : PRIMITIVES.getOrDefault(element, element.replaceAll("^L|;$", ""));
        return name.replaceFirst("\\$\\$Lambda.*", "\\$\\$Lambda") + "[]".repeat(type.length() - element.length());
    }

    private List<Frame> frames(RecordedStackTrace stack) {
        List<Frame> frames = new ArrayList<>();
        if (stack != null) {
            for (RecordedFrame frame : stack.getFrames()) {
                RecordedMethod method = frame.getMethod();
                frames.add(layers.frame(className(method), method.getName()));
            }
            Collections.reverse(frames);
        }
        return frames;
    }

    /** Where a class would stand, some writers put the library of what is not Java's. */
    private static String className(RecordedMethod method) {
        String type = method.getType() == null ? "" : method.getType().getName();
        return NOT_JAVA.matcher(type).find() ? "" : type;
    }
}
