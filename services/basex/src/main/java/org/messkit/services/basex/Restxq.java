// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.basex;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.basex.core.Context;
import org.messkit.services.spi.OwnServlet;

/**
 * BaseX's servlet for XQuery modules that say themselves which requests they answer. It brings no port, writes no log and no
 * file, and parses with {@link HardenedSax}.
 */
final class Restxq {
    private static final Map<String, String> PARAMETERS = Map.ofEntries(
            Map.entry("org.basex.restxqpath", "."),
            // Without this it opens the port of a database server, on all interfaces.
            Map.entry("org.basex.httplocal", "true"),
            Map.entry("org.basex.user", "admin"),
            Map.entry("org.basex.log", "false"),
            Map.entry("org.basex.logtrace", "false"),
            // The modules do not change, so nobody need look.
            Map.entry("org.basex.parserestxq", "-1"),
            // A blank between the words of a text is content.
            Map.entry("org.basex.stripws", "false"),
            Map.entry("org.basex.xinclude", "false"));

    private static final Map<String, Object> ENGINES =
            Map.of("org.xml.sax.XMLReader", HardenedSax.inside(), "org.basex.core.Context", Context.class);

    private Restxq() {}

    static OwnServlet servlet() {
        return new OwnServlet("org.basex.http.restxq.RestXqServlet", modules(), PARAMETERS, ENGINES);
    }

    /** Beside the folder of the room's jars, or among the classes where there are no jars yet. */
    private static Path modules() {
        try {
            Path code = Path.of(Restxq.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Path around = Files.isDirectory(code) ? code : code.getParent().getParent();
            return around.resolve("restxq");
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
