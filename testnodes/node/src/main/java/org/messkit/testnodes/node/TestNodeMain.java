// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.node;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;

/**
 * The TestNode process. Frames come in over standard input and go out over standard output; it ends when its input does, so
 * with its parent, however that dies.
 */
public final class TestNodeMain {
    private static final int FAILED = 5;

    private TestNodeMain() {}

    /** Starts the node; takes no arguments. */
    public static void main(String[] arguments) {
        DataInputStream in = new DataInputStream(new BufferedInputStream(System.in));
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        // Whatever else prints must not get between the frames.
        System.setOut(System.err);
        try {
            new TestNode(in, out).serve();
            Runtime.getRuntime().halt(0);
        } catch (IOException | RuntimeException | Error e) {
            e.printStackTrace();
            Runtime.getRuntime().halt(FAILED);
        }
    }
}
