// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.ws.BindingProvider;
import jakarta.xml.ws.Dispatch;
import jakarta.xml.ws.Service;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.namespace.QName;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.dom.DOMResult;
import org.apache.cxf.endpoint.Client;
import org.apache.cxf.endpoint.dynamic.DynamicClientFactory;
import org.apache.cxf.jaxb.JAXBDataBinding;
import org.messkit.schemas.Schemas;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * A CXF client of a WSDL that a service serves: from the WSDL CXF generates and compiles the classes of the messages, and knows the
 * port. Asks with the sample messages, as objects of those classes.
 */
final class GeneratedClient implements AutoCloseable {
    /** Use cases with samples of full answers. */
    private static final Set<String> FULL = Set.of("tv-dinner", "sushi-boats");

    /** CXF puts the loader of the classes that it generates in place of the thread's own. */
    private final ClassLoader before = Thread.currentThread().getContextClassLoader();

    private final String useCase;
    private final Client generated;
    private final JAXBContext types;
    private final Dispatch<Object> port;

    /** Reads the WSDL of one service. */
    GeneratedClient(String url, String useCase, String binding) throws Exception {
        this.useCase = useCase;
        String name = Arrays.stream(useCase.split("-"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
        String namespace = "urn:messkit:" + useCase + ":service:1";
        String version = binding.equals("soap12") ? "Soap12Port" : "Soap11Port";
        generated = DynamicClientFactory.newInstance().createClient(url + "?wsdl");
        types = ((JAXBDataBinding) generated.getEndpoint().getService().getDataBinding()).getContext();
        port = Service.create(URI.create(url + "?wsdl").toURL(), new QName(namespace, name + "Service"))
                .createDispatch(new QName(namespace, name + version), types, Service.Mode.PAYLOAD);
    }

    /** Sends the sample requests to a service and compares its answers with the sample answers. */
    void call(String url) throws Exception {
        port.getRequestContext().put(BindingProvider.ENDPOINT_ADDRESS_PROPERTY, url);
        call(url, "");
        if (FULL.contains(useCase)) {
            call(url, "-full");
        }
    }

    private void call(String url, String sample) throws Exception {
        Object request =
                types.createUnmarshaller().unmarshal(Schemas.url(useCase + "/samples/request" + sample + ".xml"));
        Object answer = port.invoke(request);
        DOMResult tree = new DOMResult();
        types.createMarshaller().marshal(answer, tree);
        Document expected = DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(Schemas.url(useCase + "/samples/answer" + sample + ".xml")
                        .toString());
        assertEquals(leaves(expected), leaves((Document) tree.getNode()), url + sample);
    }

    @Override
    public void close() {
        generated.destroy();
        Thread.currentThread().setContextClassLoader(before);
    }

    /** Names and texts of the elements that hold text alone, in their order. */
    private static List<String> leaves(Document document) {
        List<String> leaves = new ArrayList<>();
        NodeList all = document.getElementsByTagNameNS("*", "*");
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            if (element.getElementsByTagNameNS("*", "*").getLength() == 0) {
                leaves.add(element.getNamespaceURI() + " " + element.getLocalName() + " " + element.getTextContent());
            }
        }
        return leaves;
    }
}
