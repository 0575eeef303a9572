// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.consumers.http;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * Where requests go.
 *
 * @param host name or address, an IPv6 address without brackets
 * @param port TCP port
 * @param path of the service, with its leading slash and, where there is one, the query
 */
public record Target(String host, int port, String path) {
    private static final int HTTP = 80;
    private static final int LAST_PORT = 65_535;

    /** Checks the port. */
    public Target {
        if (port < 1 || port > LAST_PORT) {
            throw new IllegalArgumentException("a port is a number from 1 to " + LAST_PORT + ", got: " + port);
        }
    }

    /**
     * Reads an {@code http:} URL.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Target of(String url) {
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("a target is an http: URL, got: " + url, e);
        }
        if (!"http".equalsIgnoreCase(uri.getScheme()) || uri.getHost() == null) {
            throw new IllegalArgumentException("a target is an http: URL, got: " + url);
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException("a target has neither a user nor a fragment, got: " + url);
        }
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        String host = uri.getHost().startsWith("[")
                ? uri.getHost().substring(1, uri.getHost().length() - 1)
                : uri.getHost();
        return new Target(host, uri.getPort() < 0 ? HTTP : uri.getPort(), path + query);
    }

    /** Host and port as they stand in a URL. */
    String authority() {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }

    @Override
    public String toString() {
        return "http://" + authority() + path;
    }
}
