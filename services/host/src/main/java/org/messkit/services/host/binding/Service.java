// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.host.binding;

import org.messkit.services.spi.Handler;
import org.messkit.services.spi.PlainHandler;
import org.messkit.services.spi.ServiceName;
import org.messkit.services.spi.SoapHandler;

/** A named service and the handler that does its work. */
record Service(ServiceName name, Handler handler) {
    /**
     * Its handler, for plain messages.
     *
     * @throws IllegalArgumentException if it takes none
     */
    PlainHandler plain() {
        return taken(PlainHandler.class, "plain messages");
    }

    /**
     * Its handler, for what a SOAP binding has read.
     *
     * @throws IllegalArgumentException if it takes nothing of the kind
     */
    SoapHandler soap() {
        return taken(SoapHandler.class, "SOAP messages");
    }

    private <T extends Handler> T taken(Class<T> type, String messages) {
        if (type.isInstance(handler)) {
            return type.cast(handler);
        }
        throw new IllegalArgumentException("the handler of " + name + " takes no " + messages);
    }
}
