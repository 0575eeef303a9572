// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.host.binding;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jetty.server.Handler;

/** How requests reach services. The names are those in service names. */
enum Binding {
    POX("pox", PlainBinding::handler),
    SOAP11("soap11", services -> SoapBinding.handler(SoapVersion.SOAP_1_1, services)),
    SOAP12("soap12", services -> SoapBinding.handler(SoapVersion.SOAP_1_2, services));

    private final String label;
    private final Function<List<Service>, Handler> maker;

    Binding(String label, Function<List<Service>, Handler> maker) {
        this.label = label;
        this.maker = maker;
    }

    Handler handler(List<Service> services) {
        return maker.apply(services);
    }

    /** The host's binding of that name; others a technology may bring itself. */
    static Optional<Binding> named(String label) {
        return Arrays.stream(values())
                .filter(binding -> binding.label.equals(label))
                .findFirst();
    }
}
