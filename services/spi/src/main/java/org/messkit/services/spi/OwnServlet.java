// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.spi;

import java.nio.file.Path;
import java.util.Map;

/**
 * A servlet with which a technology serves a binding of its own. The host mounts it on its one server, under the name of the
 * binding, behind the same rules, limits and counters as every binding; it gets the requests of hosted services alone.
 *
 * @param className a {@code jakarta.servlet.Servlet} on the room's class path, with a public constructor without parameters
 * @param root what the servlet is told is the folder of its application; exists
 * @param parameters of the servlet's context
 * @param engines what it works with, as in {@link Handler#engines}
 */
public record OwnServlet(String className, Path root, Map<String, String> parameters, Map<String, Object> engines) {
    /** Copies. */
    public OwnServlet {
        parameters = Map.copyOf(parameters);
        engines = Map.copyOf(engines);
    }
}
