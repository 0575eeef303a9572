// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.host.binding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.namespace.QName;
import org.messkit.schemas.Schemas;

/**
 * The WSDL of a use case and the names in it. By the convention of {@code schemas} the service of {@code tv-dinner} is
 * {@code TvDinnerService} in {@code urn:messkit:tv-dinner:service:1}, its ports {@code TvDinnerSoap11Port} and so on.
 */
record Contract(String location, QName service, QName port) {
    private static final Pattern ACTION = Pattern.compile(" soapAction=\"([^\"]*)\"");

    static Contract of(String useCase, SoapVersion version) {
        String namespace = "urn:messkit:" + useCase + ":service:1";
        String name = Arrays.stream(useCase.split("-"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
        return new Contract(
                Schemas.url(Schemas.wsdl(useCase)).toString(),
                new QName(namespace, name + "Service"),
                new QName(namespace, name + version.portSuffix()));
    }

    /** The actions of all its operations. */
    Set<String> actions() {
        try (InputStream wsdl = URI.create(location).toURL().openStream()) {
            return ACTION.matcher(new String(wsdl.readAllBytes(), StandardCharsets.UTF_8))
                    .results()
                    .map(found -> found.group(1))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("the WSDL cannot be read", e);
        }
    }
}
