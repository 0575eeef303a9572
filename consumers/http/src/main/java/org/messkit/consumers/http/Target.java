// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.consumers.http;

import java.net.URI;

/**
 * Where requests go.
 *
 * @param host name or address
 * @param port TCP port
 * @param path of the service, with its leading slash
 */
public record Target(String host, int port, String path) {
    private static final int HTTP = 80;

    /**
     * Reads an {@code http:} URL.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Target of(String url) {
        URI uri = URI.create(url);
        if (!"http".equals(uri.getScheme()) || uri.getHost() == null) {
            throw new IllegalArgumentException("a target is an http: URL, got: " + url);
        }
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return new Target(uri.getHost(), uri.getPort() < 0 ? HTTP : uri.getPort(), path);
    }

    @Override
    public String toString() {
        return "http://" + host + ":" + port + path;
    }
}
