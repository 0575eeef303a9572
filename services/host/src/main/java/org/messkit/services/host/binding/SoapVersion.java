// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.host.binding;

import jakarta.xml.soap.SOAPConstants;
import jakarta.xml.ws.soap.SOAPBinding;
import javax.xml.namespace.QName;
import org.apache.cxf.binding.soap.Soap11;
import org.apache.cxf.binding.soap.Soap12;
import org.apache.cxf.binding.soap.SoapVersionFactory;

/** The versions of SOAP that are served, document/literal. */
enum SoapVersion {
    SOAP_1_1(
            "soap11",
            "Soap11Port",
            SOAPBinding.SOAP11HTTP_BINDING,
            Soap11.SOAP_NAMESPACE,
            SOAPConstants.SOAP_1_1_PROTOCOL),
    SOAP_1_2(
            "soap12",
            "Soap12Port",
            SOAPBinding.SOAP12HTTP_BINDING,
            Soap12.SOAP_NAMESPACE,
            SOAPConstants.SOAP_1_2_PROTOCOL);

    private final String label;
    private final String portSuffix;
    private final String bindingUri;
    private final String envelopeNamespace;
    private final String protocol;

    SoapVersion(String label, String portSuffix, String bindingUri, String envelopeNamespace, String protocol) {
        this.label = label;
        this.portSuffix = portSuffix;
        this.bindingUri = bindingUri;
        this.envelopeNamespace = envelopeNamespace;
        this.protocol = protocol;
    }

    /** The name in service names, and the first step of paths. */
    String label() {
        return label;
    }

    String bindingUri() {
        return bindingUri;
    }

    String portSuffix() {
        return portSuffix;
    }

    /** The name in the SOAP with Attachments API. */
    String protocol() {
        return protocol;
    }

    /** The fault code that says that the sender is at fault. */
    QName sender() {
        return SoapVersionFactory.getInstance()
                .getSoapVersion(envelopeNamespace)
                .getSender();
    }
}
