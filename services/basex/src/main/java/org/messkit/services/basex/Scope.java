// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.basex;

import java.util.ArrayList;
import java.util.List;
import org.basex.util.Atts;
import org.basex.util.Token;

/** The namespaces that are declared within a payload, innermost last; those around it a database does not see. */
final class Scope {
    private static final String XML = "xml";

    private final List<String> prefixes = new ArrayList<>();
    private final List<String> namespaces = new ArrayList<>();
    private final List<Integer> sizes = new ArrayList<>();

    /** An element begins. */
    void open() {
        sizes.add(prefixes.size());
    }

    /** The innermost element ends. */
    void close() {
        int size = sizes.remove(sizes.size() - 1);
        prefixes.subList(size, prefixes.size()).clear();
        namespaces.subList(size, namespaces.size()).clear();
    }

    /** Declares a prefix, null or empty for the default namespace; null or empty namespaces undeclare it. */
    void declare(String prefix, String namespace, Atts declarations) {
        prefixes.add(known(prefix));
        namespaces.add(known(namespace));
        declarations.add(Token.token(known(prefix)), Token.token(known(namespace)));
    }

    /** Declares a prefix if it does not stand for that namespace already. */
    void require(String prefix, String namespace, Atts declarations) {
        String name = known(prefix);
        int at = prefixes.lastIndexOf(name);
        if (!name.equals(XML) && (at < 0 || !namespaces.get(at).equals(namespace))) {
            declare(name, namespace, declarations);
        }
    }

    private static String known(String text) {
        return text == null ? "" : text;
    }
}
