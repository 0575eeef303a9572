// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.messkit.services.spi.ServiceName;

class HostConfigTest {
    private static final ServiceName NULL = ServiceName.parse("null/baseline@pox");

    @Test
    void everyOptionIsRead() {
        assertEquals(
                new HostConfig(
                        List.of(NULL, ServiceName.parse("tv-dinner/jaxb+full@soap11")),
                        "0.0.0.0",
                        8080,
                        8081,
                        64,
                        5000,
                        1500),
                HostConfig.parse(
                        ("--port 8080 --service null/baseline@pox --address 0.0.0.0 --admin-port 8081 --threads 64"
                                        + " --max-message-bytes 5000 --service tv-dinner/jaxb+full@soap11 --idle-millis 1500")
                                .split(" ")));
    }

    @Test
    void whatIsNotSaidHasItsDefault() {
        assertEquals(HostConfig.of(List.of(NULL)), HostConfig.parse("--service", "null/baseline@pox"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--threads 8                       | no service to host, give at least one --service",
                "--service null/baseline@pox --service null/baseline@pox | a service is hosted once, named twice: null/baseline@pox",
                "--service x                       | a service is use-case/technology@binding or use-case/technology+variant@binding, got: x",
                "--service                         | --service needs a value",
                "--colour red                      | unknown option --colour",
                "--service null/baseline@pox --threads 7      | --threads must be at least 8, got: 7",
                "--service null/baseline@pox --threads many   | --threads must be a whole number, got: many",
                "--service null/baseline@pox --threads 9999999999   | --threads must be at most 2147483647, got: 9999999999",
                "--service null/baseline@pox --port 65536     | --port must be at most 65535, got: 65536",
                "--service null/baseline@pox --admin-port -1  | --admin-port must be at least 0, got: -1",
                "--service null/baseline@pox --max-message-bytes 0  | --max-message-bytes must be at least 1, got: 0",
                "--service null/baseline@pox --idle-millis -5 | --idle-millis must be at least 1, got: -5"
            })
    void whatIsWrongIsSaidInOneLine(String line, String problem) {
        var e = assertThrows(IllegalArgumentException.class, () -> HostConfig.parse(line.split(" ")));
        assertEquals(problem, e.getMessage());
    }
}
