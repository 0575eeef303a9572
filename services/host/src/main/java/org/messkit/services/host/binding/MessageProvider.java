// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.host.binding;

import jakarta.xml.soap.MessageFactory;
import jakarta.xml.soap.SOAPException;
import jakarta.xml.soap.SOAPMessage;
import jakarta.xml.ws.Provider;
import jakarta.xml.ws.Service.Mode;
import jakarta.xml.ws.ServiceMode;
import jakarta.xml.ws.WebServiceProvider;
import javax.xml.stream.XMLStreamException;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.staxutils.W3CDOMStreamWriter;
import org.messkit.services.spi.BadRequestException;
import org.messkit.services.spi.BindingTreeHandler;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Gives a handler the payload in CXF's tree of the whole message, and has the answer written into another one. */
@WebServiceProvider
@ServiceMode(Mode.MESSAGE)
public final class MessageProvider implements Provider<SOAPMessage> {
    private final BindingTreeHandler handler;
    private final SoapVersion version;
    private final MessageFactory messages;

    MessageProvider(BindingTreeHandler handler, SoapVersion version) {
        this.handler = handler;
        this.version = version;
        try {
            messages = MessageFactory.newInstance(version.protocol());
        } catch (SOAPException e) {
            throw new IllegalStateException("there is no SAAJ in this room", e);
        }
    }

    @Override
    public SOAPMessage invoke(SOAPMessage request) {
        try {
            Element payload = null;
            for (Node node = request.getSOAPBody().getFirstChild(); node != null; node = node.getNextSibling()) {
                if (node instanceof Element element) {
                    if (payload != null) {
                        throw new BadRequestException(PayloadProvider.TWO);
                    }
                    payload = element;
                }
            }
            if (payload == null) {
                throw new BadRequestException(PayloadProvider.NONE);
            }
            SOAPMessage answer = messages.createMessage();
            answer.getSOAPHeader().detachNode();
            handler.answer(payload).writeTo(new W3CDOMStreamWriter(answer.getSOAPBody()));
            return answer;
        } catch (BadRequestException e) {
            throw new SoapFault(e.getMessage(), e, version.sender());
        } catch (SOAPException | XMLStreamException e) {
            throw new Fault(e);
        }
    }
}
