// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.storebasex;

import java.nio.file.Path;
import java.util.Map;
import org.basex.api.client.LocalSession;
import org.basex.api.client.Session;
import org.basex.core.Context;
import org.basex.core.StaticOptions;
import org.messkit.services.xmldb.DatabaseFolder;
import org.messkit.services.xmldb.Installation;

/** BaseX within this process, its databases in a folder. No port, no options file, no log. */
final class Embedded implements Installation {
    private final DatabaseFolder folder = new DatabaseFolder();
    private final Context context = new Context(options(folder));

    private static StaticOptions options(DatabaseFolder folder) {
        StaticOptions options = new StaticOptions(false);
        options.set(StaticOptions.DBPATH, folder.databases().toString());
        options.set(StaticOptions.LOG, "false");
        return options;
    }

    @Override
    public Session open() {
        return new LocalSession(context);
    }

    @Override
    public Path beside(String name) {
        return folder.beside(name);
    }

    @Override
    public long bytes() {
        return folder.bytes();
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                "parallel queries", context.soptions.get(StaticOptions.PARALLEL).toString());
    }

    @Override
    public void close() {
        context.close();
        folder.close();
    }
}
