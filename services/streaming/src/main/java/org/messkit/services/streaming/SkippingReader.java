// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.streaming;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A reader that passes over an element itself, in less time than the one takes who asks it for every event. For one thread. */
public interface SkippingReader extends XMLStreamReader {
    /**
     * Goes from the start tag that it stands on to its end tag.
     *
     * @throws XMLStreamException as {@link #next()}
     */
    void skipElement() throws XMLStreamException;
}
