// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.basexserver;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.basex.BaseXServer;
import org.basex.api.client.ClientSession;
import org.basex.api.client.Session;
import org.basex.core.BaseXException;
import org.basex.core.Context;
import org.basex.core.StaticOptions;
import org.basex.core.cmd.AlterPassword;
import org.messkit.services.pantry.OwnServer;
import org.messkit.services.spi.StoreException;
import org.messkit.services.xmldb.DatabaseFolder;
import org.messkit.services.xmldb.Installation;

/**
 * A BaseX server in a process of its own, with the jars and the heap of this one: on loopback, its databases in a folder, a password drawn at each
 * start.
 */
final class Server implements Installation {
    private static final String USER = "admin";
    private static final String HOST = "127.0.0.1";
    private static final int MEGABYTE = 1 << 20;

    private final DatabaseFolder folder = new DatabaseFolder();
    private final OwnServer server;
    private final String password = OwnServer.drawnPassword();

    private Server() throws IOException {
        writePassword();
        server = OwnServer.start(new OwnServer.Program(
                "BaseX", folder.beside("basex.log"), "Server was started", "TERM", this::command));
    }

    /**
     * Starts one.
     *
     * @throws StoreException if it does not get ready; the message ends with what it said last
     */
    static Server start() {
        try {
            return new Server();
        } catch (IOException e) {
            throw new StoreException("BaseX cannot be started: " + e.getMessage(), e);
        }
    }

    /** Into the file of users, of which it leaves a salted digest; a command line would show it. */
    private void writePassword() throws BaseXException {
        StaticOptions options = new StaticOptions(false);
        options.set(StaticOptions.DBPATH, folder.databases().toString());
        Context context = new Context(options);
        new AlterPassword(USER, password).execute(context);
        context.close();
    }

    private List<String> command(int port) {
        return List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xms" + heapMegabytes() + "m",
                "-Xmx" + heapMegabytes() + "m",
                "-XX:+UseParallelGC",
                // Its home: no options file of the user's has a say.
                "-Dorg.basex.path=" + folder.beside(""),
                "-Dorg.basex.dbpath=" + folder.databases(),
                "-Dorg.basex.lang=English",
                "-Dorg.basex.log=false",
                // Idle sessions of a pool stay.
                "-Dorg.basex.keepalive=0",
                "-cp",
                System.getProperty("java.class.path"),
                BaseXServer.class.getName(),
                "-n" + HOST,
                "-p" + port);
    }

    private static long heapMegabytes() {
        return Runtime.getRuntime().maxMemory() / MEGABYTE;
    }

    @Override
    public Session open() throws IOException {
        return new ClientSession(HOST, server.port(), USER, password);
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
        return Map.of("server", "started for the service, heap " + heapMegabytes() + " MB");
    }

    @Override
    public void close() {
        server.close();
        folder.close();
    }
}
