// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.process;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.messkit.services.spi.ServiceName;
import org.messkit.testnodes.controller.room.Room;

/** A service process: one technology's class path, one or more of its services, ready to be asked. */
public final class ServiceProcess implements AutoCloseable {
    /** How system properties begin that say where an existing database is; services are told what this process was. */
    public static final String DATABASE = "messkit.jdbc.";

    private static final Pattern READY = Pattern.compile("messkit-host service=(\\d+) admin=(\\d+)");
    /** What a JVM that refuses its options says behind the reason. */
    private static final Pattern LAUNCHER =
            Pattern.compile("Error: (Could not create the Java|A fatal exception has).*");

    private static final String HOST = "org.messkit.services.host.HostMain";
    private static final long START_SECONDS = 60;
    private static final long END_SECONDS = 10;
    private static final int HTTP_MILLIS = 10_000;
    /** A store may have much to read or to put back. */
    private static final int STORE_MILLIS = 600_000;

    private final ChildProcess process;
    /** What it has started itself, such as a database; asked while it lives, for a dead process has no children. */
    private final List<ProcessHandle> own;

    private final int port;
    private final int adminPort;
    private final Path log;

    private ServiceProcess(ChildProcess process, int port, int adminPort, Path log) {
        this.process = process;
        this.own = process.handle().descendants().toList();
        this.port = port;
        this.adminPort = adminPort;
        this.log = log;
    }

    /** A service process that did not get ready. */
    public static final class StartException extends IOException {
        private static final long serialVersionUID = 1L;

        StartException(String what, Throwable cause) {
            super(what, cause);
        }
    }

    /**
     * What else a service process is told.
     *
     * @param hostOptions options of the host, for example {@code --threads 200}
     * @param jvmOptions options of its JVM beside the settings
     */
    public record Options(List<String> hostOptions, List<String> jvmOptions) {
        /** Nothing else. */
        public static final Options NONE = new Options(List.of(), List.of());

        /** Copies. */
        public Options {
            hostOptions = List.copyOf(hostOptions);
            jvmOptions = List.copyOf(jvmOptions);
        }
    }

    /**
     * Starts services of one room and waits until they are ready.
     *
     * @param log where the process's error output is appended
     * @throws StartException if it does not get ready; the message ends with what the process said last
     * @throws IOException if it cannot be started at all
     */
    public static ServiceProcess start(
            Room room, List<ServiceName> services, JvmSettings jvm, Options options, Path log) throws IOException {
        List<String> arguments = new ArrayList<>();
        services.forEach(service -> arguments.addAll(List.of("--service", service.toString())));
        arguments.addAll(options.hostOptions());
        ChildProcess child =
                ChildProcess.start(jvm.command(room.classPath(), HOST, jvmOptions(options), arguments), log);
        try {
            Matcher ready = READY.matcher(readyLine(child, log));
            if (!ready.matches()) {
                throw new StartException("it did not start: " + lastLine(log), null);
            }
            return new ServiceProcess(child, Integer.parseInt(ready.group(1)), Integer.parseInt(ready.group(2)), log);
        } catch (IOException | RuntimeException e) {
            child.kill();
            throw e;
        }
    }

    private static List<String> jvmOptions(Options options) {
        List<String> all = new ArrayList<>(options.jvmOptions());
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith(DATABASE))
                .sorted()
                .forEach(name -> all.add("-D" + name + "=" + System.getProperty(name)));
        return all;
    }

    /** From now on services leave what they find in an existing database. */
    public static void keepDatabase() {
        System.setProperty(DATABASE + "keep", "true");
    }

    /** URL of one of its services. */
    public String url(ServiceName service) {
        return "http://127.0.0.1:" + port + service.path();
    }

    /** URL of its admin port, without a path. */
    public String adminUrl() {
        return "http://127.0.0.1:" + adminPort;
    }

    /** Requests that arrived since the start. */
    public long requests() throws IOException {
        return metrics().requests();
    }

    /** What the process says of itself. */
    public ServiceMetrics metrics() throws IOException {
        long before = epochMicros();
        String text = get(adminUrl() + "/metrics");
        try {
            // A service on a busy core answers late; when in between it counted nobody knows.
            return ServiceMetrics.parse((before + epochMicros()) / 2, text);
        } catch (IllegalArgumentException e) {
            throw new IOException("the service's metrics cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * What a service works with, as the process says of its live objects.
     *
     * @return class and archive by the name of an API
     */
    public Map<String, String> engines(ServiceName service) throws IOException {
        Map<String, String> engines = new LinkedHashMap<>();
        for (String line : get(adminUrl() + "/engines").split("\n")) {
            String[] parts = line.split("\t");
            if (parts.length == 3 && parts[0].equals(service.toString())) {
                engines.put(parts[1], parts[2]);
            }
        }
        return engines;
    }

    /** What a stateful service keeps, and how it is set up. It reads all of it. */
    public StoreState state() throws IOException {
        String text = ask("GET", "/state");
        try {
            return StoreState.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IOException("the service's state cannot be read: " + e.getMessage(), e);
        }
    }

    /** Has a stateful service remember what it keeps now. */
    public void snapshot() throws IOException {
        ask("POST", "/snapshot");
    }

    /** Has a stateful service go back to what it remembers. */
    public void reset() throws IOException {
        ask("POST", "/reset");
    }

    private String ask(String method, String path) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(adminUrl() + path).toURL().openConnection();
        connection.setRequestMethod(method);
        connection.setConnectTimeout(HTTP_MILLIS);
        connection.setReadTimeout(STORE_MILLIS);
        try (var in = connection.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IOException("the store did not answer " + path + ": " + reason(connection), e);
        }
    }

    /** The first line of what the service says of it, or else the last one of its log. */
    private String reason(HttpURLConnection connection) {
        try (var in = connection.getErrorStream()) {
            if (in != null) {
                String said = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
                if (!said.isEmpty()) {
                    return said.lines().findFirst().orElseThrow();
                }
            }
        } catch (IOException e) {
            // It went away while it said so.
        }
        return lastLine(log);
    }

    /** The process itself. */
    public ProcessHandle handle() {
        return process.handle();
    }

    /** Whether it still runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Calls back when the process ends, whoever ends it. */
    public void onExit(Runnable then) {
        process.onExit(then);
    }

    /** How it ended, in words: exit code and what it said last. */
    public String obituary() {
        String last = lastLine(log);
        return "the service process ended with exit code " + process.exitCode() + (last.isEmpty() ? "" : ": " + last);
    }

    /** Kills the process without asking. */
    public void kill() {
        process.kill();
    }

    /** Ends the process, and returns when what it has started is gone, too: a database follows its service, but a little later. */
    @Override
    public void close() {
        process.close();
        CompletableFuture<?>[] ends = own.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(ends)
                .completeOnTimeout(null, END_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    private static long epochMicros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }

    /** What the process says until it is ready, or its last word; it is listened to as long as it lives, or it would have to wait. */
    private static String readyLine(ChildProcess child, Path log) throws IOException {
        CompletableFuture<String> ready = new CompletableFuture<>();
        Thread listener = new Thread(() -> listen(child, log, ready), "output of a service");
        listener.setDaemon(true);
        listener.start();
        try {
            return ready.get(START_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new StartException("it was not ready within " + START_SECONDS + " s", e);
        } catch (ExecutionException e) {
            throw new StartException("its output cannot be read: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException("interrupted while it started", e);
        }
    }

    /** A JVM with options of a user's may say more than the one line, before it and after. That belongs to the log. */
    private static void listen(ChildProcess child, Path log, CompletableFuture<String> ready) {
        try (BufferedReader said = new BufferedReader(new InputStreamReader(child.output(), StandardCharsets.UTF_8));
                BufferedWriter kept =
                        Files.newBufferedWriter(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (!READY.matcher(line).matches() || !ready.complete(line)) {
                    kept.write(line);
                    kept.newLine();
                    kept.flush();
                }
            }
            ready.complete("");
        } catch (IOException e) {
            ready.completeExceptionally(e);
        }
    }

    private static String get(String url) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(url).toURL().openConnection();
        connection.setConnectTimeout(HTTP_MILLIS);
        connection.setReadTimeout(HTTP_MILLIS);
        try (var in = connection.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String lastLine(Path log) {
        try {
            List<String> lines = Files.readAllLines(log).stream()
                    .filter(line -> !LAUNCHER.matcher(line).matches())
                    .toList();
            return lines.isEmpty() ? "" : lines.get(lines.size() - 1).strip();
        } catch (IOException e) {
            return "";
        }
    }
}
