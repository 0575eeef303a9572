// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.host.binding;

import java.util.Set;
import javax.xml.stream.XMLStreamReader;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.binding.soap.interceptor.SoapActionInInterceptor;
import org.apache.cxf.phase.Phase;

/**
 * Refuses an action that is not the body's: whoever looks before us may go by it. What is done goes by the body alone, and a message without
 * an action is served.
 */
final class ActionRules extends AbstractSoapInterceptor {
    private final Set<String> actions;

    /** Of a service with these actions. Where there are several each ends with the name of the body's element. */
    ActionRules(Set<String> actions) {
        super(Phase.PRE_PROTOCOL);
        this.actions = actions;
    }

    @Override
    public void handleMessage(SoapMessage message) {
        String action = SoapActionInInterceptor.getSoapAction(message);
        if (action == null || action.isEmpty()) {
            return;
        }
        if (!actions.contains(action) || actions.size() > 1 && !names(action, message)) {
            throw new SoapFault(
                    "the action is not that of the body", message.getVersion().getSender());
        }
    }

    private static boolean names(String action, SoapMessage message) {
        XMLStreamReader body = message.getContent(XMLStreamReader.class);
        return body != null && body.isStartElement() && action.endsWith(":" + body.getLocalName());
    }
}
