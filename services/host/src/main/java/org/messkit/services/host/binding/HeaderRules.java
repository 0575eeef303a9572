// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.host.binding;

import java.util.HashSet;
import java.util.Set;
import javax.xml.namespace.QName;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.headers.Header;
import org.apache.cxf.phase.Phase;

/** Refuses a header that stands twice: whoever looks before us may have read the other one. */
final class HeaderRules extends AbstractSoapInterceptor {
    HeaderRules() {
        super(Phase.PRE_PROTOCOL);
    }

    @Override
    public void handleMessage(SoapMessage message) {
        Set<QName> seen = new HashSet<>();
        for (Header header : message.getHeaders()) {
            if (!seen.add(header.getName())) {
                throw new SoapFault(
                        "a header stands twice", message.getVersion().getSender());
            }
        }
    }
}
