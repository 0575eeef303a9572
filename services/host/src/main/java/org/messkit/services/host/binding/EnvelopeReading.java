// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.host.binding;

import java.io.InputStream;
import org.apache.cxf.interceptor.StaxInInterceptor;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;

/** Reads the envelope in front of CXF, which then opens no reader of its own. */
abstract class EnvelopeReading extends AbstractPhaseInterceptor<Message> {
    EnvelopeReading() {
        super(Phase.POST_STREAM);
        addBefore(StaxInInterceptor.class.getName());
    }

    @Override
    public final void handleMessage(Message message) {
        InputStream envelope = message.getContent(InputStream.class);
        // A GET asks for the WSDL and has no envelope.
        if (envelope != null && !isGET(message)) {
            read(envelope, message);
        }
    }

    /** Reads what CXF would read, and puts it into the message. */
    abstract void read(InputStream envelope, Message message);
}
