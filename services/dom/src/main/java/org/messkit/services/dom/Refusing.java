// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.dom;

import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Every error ends the parse. Without a handler of ours Xerces prints to the console. Thread-safe. */
final class Refusing implements ErrorHandler {
    @Override
    public void warning(SAXParseException problem) {
        // Nothing that makes a message another one.
    }

    @Override
    public void error(SAXParseException problem) throws SAXException {
        throw problem;
    }

    @Override
    public void fatalError(SAXParseException problem) throws SAXException {
        throw problem;
    }
}
