// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.host;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.messkit.services.spi.ServiceName;

/**
 * What a service process serves, and within which bounds. Read from its command line.
 *
 * @param services at least one
 * @param address local address of the service port; the admin port is always on loopback
 * @param port service port, 0 for any free one
 * @param adminPort admin port, 0 for any free one
 * @param threads most request threads, 8 or more
 * @param maxMessageBytes largest request body
 * @param idleMillis longest silence on a connection, also within a body
 */
public record HostConfig(
        List<ServiceName> services,
        String address,
        int port,
        int adminPort,
        int threads,
        long maxMessageBytes,
        long idleMillis) {
    static final int DEFAULT_THREADS = 200;
    static final long DEFAULT_MAX_MESSAGE_BYTES = 64L << 20;
    static final long DEFAULT_IDLE_MILLIS = 30_000;
    private static final int LEAST_THREADS = 8;
    private static final int LAST_PORT = 65_535;

    /** Checks and copies. */
    public HostConfig {
        services = List.copyOf(services);
        if (services.isEmpty()) {
            throw new IllegalArgumentException("no service to host, give at least one --service");
        }
        for (ServiceName service : services) {
            if (Collections.frequency(services, service) > 1) {
                throw new IllegalArgumentException("a service is hosted once, named twice: " + service);
            }
        }
        require("--port", port, 0, LAST_PORT);
        require("--admin-port", adminPort, 0, LAST_PORT);
        require("--threads", threads, LEAST_THREADS, Integer.MAX_VALUE);
        require("--max-message-bytes", maxMessageBytes, 1, Long.MAX_VALUE);
        require("--idle-millis", idleMillis, 1, Long.MAX_VALUE);
    }

    /** Services with all bounds at their defaults, on free ports of loopback. */
    public static HostConfig of(List<ServiceName> services) {
        return new HostConfig(
                services, "127.0.0.1", 0, 0, DEFAULT_THREADS, DEFAULT_MAX_MESSAGE_BYTES, DEFAULT_IDLE_MILLIS);
    }

    /**
     * Reads {@code --service NAME --address A --port N --admin-port N --threads N --max-message-bytes N --idle-millis N}.
     *
     * @throws IllegalArgumentException at the first thing that is wrong
     */
    public static HostConfig parse(String... arguments) {
        List<ServiceName> services = new ArrayList<>();
        String address = "127.0.0.1";
        long[] numbers = {0, 0, DEFAULT_THREADS, DEFAULT_MAX_MESSAGE_BYTES, DEFAULT_IDLE_MILLIS};
        List<String> names = List.of("--port", "--admin-port", "--threads", "--max-message-bytes", "--idle-millis");
        for (int i = 0; i < arguments.length; i += 2) {
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException(arguments[i] + " needs a value");
            }
            String value = arguments[i + 1];
            if (arguments[i].equals("--service")) {
                services.add(ServiceName.parse(value));
            } else if (arguments[i].equals("--address")) {
                address = value;
            } else if (names.contains(arguments[i])) {
                numbers[names.indexOf(arguments[i])] = number(arguments[i], value);
            } else {
                throw new IllegalArgumentException("unknown option " + arguments[i]);
            }
        }
        for (String option : List.of("--port", "--admin-port", "--threads")) {
            require(option, numbers[names.indexOf(option)], Integer.MIN_VALUE, Integer.MAX_VALUE);
        }
        return new HostConfig(
                services, address, (int) numbers[0], (int) numbers[1], (int) numbers[2], numbers[3], numbers[4]);
    }

    private static void require(String option, long value, long least, long most) {
        if (value < least || value > most) {
            String bound = value < least ? "at least " + least : "at most " + most;
            throw new IllegalArgumentException(option + " must be " + bound + ", got: " + value);
        }
    }

    private static long number(String option, String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + " must be a whole number, got: " + value, e);
        }
    }
}
