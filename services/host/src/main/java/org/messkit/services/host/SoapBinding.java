// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.host;

import jakarta.xml.ws.Provider;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.apache.cxf.databinding.source.SourceDataBinding;
import org.apache.cxf.jaxws.EndpointImpl;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Handler;
import org.messkit.services.spi.EnvelopeParser;
import org.messkit.services.spi.SoapBody;

/** SOAP through CXF's servlet on the host's own Jetty: no engine, threads or limits of CXF's. */
final class SoapBinding {
    private SoapBinding() {}

    static Handler handler(SoapVersion version, List<Service> services) {
        Bus bus = BusFactory.newInstance().createBus();
        services.forEach(service -> publish(bus, version, service));
        CXFNonSpringServlet servlet = new CXFNonSpringServlet();
        servlet.setBus(bus);
        ServletHolder holder = new ServletHolder(servlet);
        holder.setInitParameter("hide-service-list-page", "true");
        holder.setInitOrder(1);
        ServletContextHandler context = new ServletContextHandler("/" + version.label());
        context.addServlet(holder, "/*");
        return context;
    }

    private static void publish(Bus bus, SoapVersion version, Service service) {
        Contract contract = Contract.of(service.name().useCase(), version);
        Optional<EnvelopeParser> parser = service.handler().envelopeParser();
        boolean message = service.handler().soapBody() == SoapBody.MESSAGE;
        Provider<?> provider = message
                ? new MessageProvider(service.handler(), version)
                : new PayloadProvider(service.handler(), version);
        EndpointImpl endpoint = new EndpointImpl(bus, provider);
        endpoint.setWsdlLocation(contract.location());
        endpoint.setServiceName(contract.service());
        endpoint.setEndpointName(contract.port());
        endpoint.setBindingUri(version.bindingUri());
        if (!message) {
            endpoint.setDataBinding(new AnswerDataBinding());
            endpoint.setProperties(Map.of(SourceDataBinding.PREFERRED_FORMAT, parser.isPresent() ? "dom" : "stax"));
        }
        endpoint.getInInterceptors().add(new HeaderRules());
        endpoint.getInInterceptors().add(new ActionRules(contract.actions()));
        endpoint.getOutInterceptors().add(new AnswerEncoding());
        endpoint.getOutFaultInterceptors().add(new AnswerEncoding());
        endpoint.getOutFaultInterceptors().add(new FaultReason());
        parser.ifPresent(p -> endpoint.getInInterceptors().add(new TreeParsing(p, version)));
        service.handler().envelopeReader().ifPresent(p -> endpoint.getInInterceptors()
                .add(new ReaderOpening(p, version)));
        endpoint.publish(service.name().path().substring(1 + version.label().length()));
    }
}
