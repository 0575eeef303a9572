// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.host;

import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.binding.soap.interceptor.Soap11FaultOutInterceptor;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.messkit.services.spi.BadRequestException;

/** Words faults: those of a handler keep their reason; what CXF or a parser said of the inside stays inside. */
final class FaultReason extends AbstractPhaseInterceptor<Message> {
    private final SoapVersion version;

    FaultReason(SoapVersion version) {
        super(Phase.PREPARE_SEND);
        addBefore(Soap11FaultOutInterceptor.class.getName());
        this.version = version;
    }

    @Override
    public void handleMessage(Message message) {
        Exception thrown = message.getContent(Exception.class);
        if (!(thrown instanceof Fault fault)) {
            return;
        }
        boolean ours = fault.getCause() instanceof BadRequestException;
        boolean sender = fault instanceof SoapFault soap && version.sender().equals(soap.getFaultCode())
                || version.sender().equals(fault.getFaultCode());
        if (!ours) {
            fault.setMessage(
                    sender ? "the message is not a SOAP message that this service takes" : "the service failed");
        }
        fault.setDetail(null);
    }
}
