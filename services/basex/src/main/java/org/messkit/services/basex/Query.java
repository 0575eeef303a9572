// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.basex;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.basex.core.Context;
import org.basex.data.Data;
import org.basex.query.QueryException;
import org.basex.query.QueryProcessor;
import org.basex.query.value.node.ANode;
import org.basex.query.value.node.DBNode;
import org.basex.util.Token;
import org.messkit.services.spi.BadRequestException;

/**
 * The text of a query; nothing of a message ever becomes part of it. Thread-safe.
 *
 * @implNote BaseX cannot keep a compiled query, so each request parses the text anew, with a processor of its own. The
 *     context is shared; a processor that is asked directly takes none of its locks.
 */
final class Query {
    /** Of the errors by which a query refuses a message. */
    private static final String REFUSED = "urn:messkit:services:basex";
    /** Of the language's own errors, which a message causes that is not as the schema says. */
    private static final String STANDARD = "http://www.w3.org/2005/xqt-errors";

    /** Reads and writes no options, so leaves nothing in the home folder. */
    static final Context CONTEXT = new Context(false);

    private final String text;

    /**
     * Reads and checks a query.
     *
     * @param useCase names the module, which is also what serves the binding {@code restxq}
     * @throws IllegalStateException if it cannot be read or compiled
     */
    Query(String useCase) {
        String resource = "/restxq/" + useCase + ".xqm";
        try (InputStream in = Query.class.getResourceAsStream(resource)) {
            String module = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            // A module becomes a query by these words; imported, it would be read from its file for each request.
            text = module.replaceFirst("\nmodule namespace ", "\ndeclare namespace ") + "f:answer(.)";
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + resource, e);
        }
        try (QueryProcessor processor = new QueryProcessor(text, CONTEXT)) {
            processor.parse();
        } catch (QueryException e) {
            throw new IllegalStateException("cannot compile " + resource, e);
        }
    }

    /** Asks a database, whose only document it is. */
    ANode answer(Data database) throws BadRequestException {
        try (QueryProcessor processor = new QueryProcessor(text, CONTEXT)) {
            processor.context(new DBNode(database));
            return (ANode) processor.value();
        } catch (QueryException e) {
            String namespace = Token.string(e.qname().uri());
            if (namespace.equals(REFUSED)) {
                throw new BadRequestException(e.getLocalizedMessage(), e);
            }
            if (namespace.equals(STANDARD)) {
                throw new BadRequestException("an element is not as the schema says", e);
            }
            throw new IllegalStateException("the query failed", e);
        }
    }
}
