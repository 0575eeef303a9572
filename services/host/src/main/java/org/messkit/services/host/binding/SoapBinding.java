// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.host.binding;

import jakarta.xml.ws.Provider;
import java.util.List;
import java.util.Map;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.apache.cxf.databinding.source.SourceDataBinding;
import org.apache.cxf.jaxws.EndpointImpl;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Handler;
import org.messkit.services.spi.BindingTreeHandler;
import org.messkit.services.spi.ReaderHandler;
import org.messkit.services.spi.SoapHandler;
import org.messkit.services.spi.TreeHandler;

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
        SoapHandler handler = service.soap();
        Provider<?> provider = provider(handler, version);
        EndpointImpl endpoint = new EndpointImpl(bus, provider);
        endpoint.setWsdlLocation(contract.location());
        endpoint.setServiceName(contract.service());
        endpoint.setEndpointName(contract.port());
        endpoint.setBindingUri(version.bindingUri());
        if (provider instanceof PayloadProvider) {
            endpoint.setDataBinding(new AnswerDataBinding());
            String format = handler instanceof TreeHandler ? "dom" : "stax";
            endpoint.setProperties(Map.of(SourceDataBinding.PREFERRED_FORMAT, format));
        }
        endpoint.getInInterceptors().add(new HeaderRules());
        endpoint.getInInterceptors().add(new ActionRules(contract.actions()));
        endpoint.getOutInterceptors().add(new AnswerEncoding());
        endpoint.getOutFaultInterceptors().add(new AnswerEncoding());
        endpoint.getOutFaultInterceptors().add(new FaultReason());
        if (handler instanceof TreeHandler trees) {
            endpoint.getInInterceptors().add(new TreeParsing(trees.envelopeParser(), version));
        } else if (handler instanceof ReaderHandler readers) {
            readers.envelopeReader()
                    .ifPresent(parser -> endpoint.getInInterceptors().add(new ReaderOpening(parser, version)));
        }
        endpoint.publish(service.name().path().substring(1 + version.label().length()));
    }

    private static Provider<?> provider(SoapHandler handler, SoapVersion version) {
        if (handler instanceof ReaderHandler readers) {
            return PayloadProvider.ofReaders(readers, version);
        }
        if (handler instanceof TreeHandler trees) {
            return PayloadProvider.ofTrees(trees, version);
        }
        BindingTreeHandler trees = (BindingTreeHandler) handler;
        return switch (trees.tree()) {
            case COPIED -> PayloadProvider.ofCopies(trees, version);
            case MESSAGE -> new MessageProvider(trees, version);
        };
    }
}
