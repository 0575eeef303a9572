// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.host.binding;

import java.util.Set;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.Soap11FaultOutInterceptor;
import org.apache.cxf.binding.soap.interceptor.Soap12FaultOutInterceptor;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.messkit.services.spi.BadRequestException;

/** Words faults: those of a handler keep their reason; what CXF or a parser said of the inside stays inside. */
final class FaultReason extends AbstractPhaseInterceptor<Message> {
    private static final Set<String> RECEIVER = Set.of("Server", "Receiver");

    FaultReason() {
        super(Phase.PREPARE_SEND);
        addBefore(Soap11FaultOutInterceptor.class.getName());
        addBefore(Soap12FaultOutInterceptor.class.getName());
    }

    @Override
    public void handleMessage(Message message) {
        Exception thrown = message.getContent(Exception.class);
        if (!(thrown instanceof Fault fault)) {
            return;
        }
        if (fault.getCause() instanceof BadRequestException) {
            // CXF takes a SOAP 1.1 envelope at a SOAP 1.2 port, and answers in its version.
            if (message instanceof SoapMessage soap) {
                fault.setFaultCode(soap.getVersion().getSender());
            }
        } else {
            boolean sender = !RECEIVER.contains(fault.getFaultCode().getLocalPart());
            fault.setMessage(
                    sender ? "the message is not a SOAP message that this service takes" : "the service failed");
        }
        fault.setDetail(null);
    }
}
