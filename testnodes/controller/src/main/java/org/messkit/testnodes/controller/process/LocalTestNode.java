// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.messkit.testnodes.fleet.Node;
import org.messkit.testnodes.fleet.NodeProcess;

/**
 * A TestNode as a process of this machine.
 *
 * @param process that it is
 */
public record LocalTestNode(ChildProcess process) implements NodeProcess {
    private static final String MAIN = "org.messkit.testnodes.node.TestNodeMain";

    /** Starts a TestNode and waits until it speaks. */
    public static Node start(String classPath, JvmSettings jvm, Path log) throws IOException {
        ChildProcess child = ChildProcess.start(jvm.command(classPath, MAIN, List.of(), List.of()), log);
        try {
            return new Node(new LocalTestNode(child));
        } catch (IOException | RuntimeException e) {
            child.kill();
            throw e;
        }
    }

    @Override
    public InputStream output() {
        return process.output();
    }

    @Override
    public OutputStream input() {
        return process.input();
    }

    @Override
    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public Optional<ProcessHandle> local() {
        return Optional.of(process.handle());
    }

    @Override
    public void kill() {
        process.kill();
    }

    @Override
    public void close() {
        process.close();
    }
}
