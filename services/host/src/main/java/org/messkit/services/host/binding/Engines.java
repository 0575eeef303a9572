// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.host.binding;

import jakarta.xml.soap.MessageFactory;
import jakarta.xml.soap.SOAPException;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.cxf.staxutils.StaxUtils;
import org.messkit.services.spi.BindingTreeHandler;
import org.messkit.services.spi.ReaderHandler;
import org.messkit.services.spi.SoapHandler;
import org.messkit.services.spi.TreeHandler;

/**
 * What the services of this process work with: for each service, by the name of an API, the class of the object that implements it and
 * the archive that the class came from. Asked of the objects themselves, so it is what runs, not what was meant to.
 */
final class Engines {
    private static final Pattern ARCHIVE = Pattern.compile("(.+?)-(\\d.*)\\.jar");
    private static final String OURS = "org.messkit.";

    private final Map<String, Map<String, String>> services = new TreeMap<>();

    /** Tells of a service's handler and of its binding. */
    void add(Service service) {
        String name = service.name().toString();
        service.handler().engines().forEach((api, engine) -> add(name, api, engine));
        if (service.name().binding().startsWith("soap")) {
            soap(name, service.soap());
        }
    }

    private void soap(String name, SoapHandler handler) {
        add(name, "SOAP: org.apache.cxf", StaxUtils.class);
        boolean own = handler instanceof TreeHandler
                || handler instanceof ReaderHandler readers
                        && readers.envelopeReader().isPresent();
        if (own) {
            return;
        }
        try {
            XMLStreamReader reader = StaxUtils.createXMLStreamReader(new StringReader("<a/>"));
            add(name, "SOAP: javax.xml.stream.XMLStreamReader", reader);
            if (handler instanceof BindingTreeHandler trees) {
                switch (trees.tree()) {
                    case COPIED -> add(name, "SOAP: org.w3c.dom.Document", StaxUtils.read(reader));
                    case MESSAGE -> add(name, "SOAP: jakarta.xml.soap.MessageFactory", MessageFactory.newInstance());
                }
            }
        } catch (XMLStreamException | SOAPException e) {
            throw new IllegalStateException("the smallest document cannot be read", e);
        }
    }

    /** Tells of one object, or of a class where there is none yet. */
    void add(String service, String api, Object engine) {
        Class<?> type = engine instanceof Class<?> itself ? itself : engine.getClass();
        while (type.getName().startsWith(OURS) && type.getSuperclass() != Object.class) {
            type = type.getSuperclass();
        }
        services.computeIfAbsent(service, s -> new TreeMap<>()).put(api, type.getName() + " (" + archive(type) + ")");
    }

    /** One line for each: service, API, class and archive, tabs between. */
    String text() {
        StringBuilder text = new StringBuilder();
        services.forEach((service, engines) -> engines.forEach((api, engine) -> text.append(service)
                .append('\t')
                .append(api)
                .append('\t')
                .append(engine)
                .append('\n')));
        return text.toString();
    }

    /** For example {@code woodstox-core 7.3.0}, or {@code java.xml, Java 17.0.15}. */
    private static String archive(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            String module = type.getModule().isNamed() ? type.getModule().getName() : "the JDK";
            return module + ", Java " + Runtime.version();
        }
        String file = Path.of(URI.create(source.getLocation().toString()))
                .getFileName()
                .toString();
        Matcher archive = ARCHIVE.matcher(file);
        return archive.matches() ? archive.group(1) + " " + archive.group(2) : file;
    }
}
