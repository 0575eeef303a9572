// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.consumers.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {
    @ParameterizedTest
    @CsvSource({
        "http://example.org:8080/pox/null/baseline, example.org, 8080, /pox/null/baseline",
        "http://example.org,                        example.org,   80, /",
        "HTTP://10.0.0.1:1/a%20b?c=d,               10.0.0.1,       1, /a%20b?c=d",
        "http://[::1]:8080/x,                       ::1,         8080, /x"
    })
    void urlsAreTakenApart(String url, String host, int port, String path) {
        assertEquals(new Target(host, port, path), Target.of(url));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://example.org:8080/pox/null/baseline", "http://[::1]:8080/x", "http://h:1/?q"})
    void itPrintsAsTheUrlThatItWas(String url) {
        assertEquals(url, Target.of(url).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/",
                "ftp://example.org/",
                "example.org:80",
                "/path",
                "",
                "http:///path",
                "http://exa mple.org/",
                "http://me@example.org/",
                "http://example.org/#part"
            })
    void whatIsNoTargetIsRefusedByName(String url) {
        var e = assertThrows(IllegalArgumentException.class, () -> Target.of(url));
        assertTrue(e.getMessage().endsWith(", got: " + url), e.getMessage());
    }

    @Test
    void aPortIsWithinItsBounds() {
        assertThrows(IllegalArgumentException.class, () -> Target.of("http://example.org:65536/"));
        assertThrows(IllegalArgumentException.class, () -> Target.of("http://example.org:0/"));
    }
}
