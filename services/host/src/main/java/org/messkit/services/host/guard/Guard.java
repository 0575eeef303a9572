// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.host.guard;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.SizeLimitHandler;

/** Stands before the bindings of a service port. */
public final class Guard {
    private Guard() {}

    /**
     * Puts before the bindings what every request must pass.
     *
     * @param maxMessageBytes largest request body
     */
    public static Handler before(Handler bindings, long maxMessageBytes) {
        SizeLimitHandler limited = new SizeLimitHandler(maxMessageBytes, -1);
        limited.setHandler(new RequestRules(bindings));
        return new OversizeHandler(maxMessageBytes, limited);
    }

    /**
     * Has connections closed whose requests come too slowly.
     *
     * @param graceMillis for which a request may be as slow as it likes
     */
    public static void watch(ServerConnector connector, long graceMillis) {
        connector.addBean(new SlowBodies(connector, graceMillis));
    }
}
