// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.basex;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.basex.build.MemBuilder;
import org.basex.build.xml.SAXWrapper;
import org.basex.core.MainOptions;
import org.basex.data.Data;
import org.basex.io.IOStream;
import org.messkit.services.spi.Answer;
import org.messkit.services.spi.BadRequestException;
import org.messkit.services.spi.MessageStream;
import org.messkit.services.spi.PlainHandler;

/**
 * Answers plain messages with one query, from databases that BaseX builds by default: from a stream, byte by byte, by a SAX
 * parser that it looks up for each message, which is {@link HardenedSax}.
 */
final class DefaultBuilderHandler implements PlainHandler {
    /** Only read. */
    private static final MainOptions OPTIONS = options();

    private final Query query;

    DefaultBuilderHandler(Query query) {
        this.query = query;
    }

    @Override
    public Answer answer(InputStream message) throws BadRequestException, IOException {
        return new NodeAnswer(query.answer(database(message)));
    }

    private static Data database(InputStream message) throws BadRequestException, IOException {
        MessageStream in = new MessageStream(message);
        try {
            return MemBuilder.build("message", new SAXWrapper(new IOStream(in), OPTIONS));
        } catch (IOException e) {
            in.rethrow();
            throw new BadRequestException("not well-formed, with a DOCTYPE or beyond a limit", e);
        }
    }

    private static MainOptions options() {
        MainOptions options = new MainOptions(false);
        options.set(MainOptions.STRIPWS, false);
        options.set(MainOptions.XINCLUDE, false);
        return options;
    }

    @Override
    public Map<String, Object> engines() {
        return Map.of("org.xml.sax.XMLReader", HardenedSax.inside(), "org.basex.core.Context", Query.CONTEXT);
    }
}
