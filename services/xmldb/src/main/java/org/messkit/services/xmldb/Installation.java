// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.xmldb;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.basex.api.client.Session;

/** The BaseX that is worked with. */
public interface Installation extends AutoCloseable {
    /** Opens a session. */
    Session open() throws IOException;

    /** A file beside the databases. */
    Path beside(String name);

    /** Bytes that all databases take on the disk. */
    long bytes();

    /** What is its own of how it is set up, as in {@link org.messkit.services.spi.DataStore#settings}. */
    Map<String, String> settings();

    /** Gives everything back; called once. */
    @Override
    void close();
}
