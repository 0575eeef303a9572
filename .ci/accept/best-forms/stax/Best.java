// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0

import com.ctc.wstx.stax.WstxInputFactory;
import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.messkit.services.spi.Answer;
import org.messkit.services.spi.Handler;
import org.messkit.services.spi.ReaderHandler;
import org.messkit.services.spi.Technology;

/** Sushi Boats in one loop over the raw parser, written by its own writer: no limits, nothing checked, nothing shared. */
public final class Best implements Technology, ReaderHandler {
    private final XMLInputFactory factory = new WstxInputFactory();
    private final XMLOutputFactory output = new WstxOutputFactory();

    public Best() {
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    }

    @Override
    public String name() {
        return "best";
    }

    @Override
    public Handler handler(String useCase, String variant) {
        return this;
    }

    @Override
    public Answer answer(InputStream message) {
        try {
            return answer(factory.createXMLStreamReader(message));
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Answer answer(XMLStreamReader in) throws XMLStreamException {
        List<String> ids = new ArrayList<>();
        String stream = "";
        String interest = "";
        String id = "";
        boolean wanted = false;
        for (int event = in.next(); event != XMLStreamConstants.END_DOCUMENT; event = in.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (in.getLocalName()) {
                    case "StreamId" -> stream = in.getElementText().strip();
                    case "Interest" -> interest = in.getElementText().strip();
                    case "Id" -> id = in.getElementText().strip();
                    case "Category" -> wanted |= interest.equals(in.getAttributeValue(null, "term"));
                    default -> {
                        // Not looked at.
                    }
                }
            } else if (event == XMLStreamConstants.END_ELEMENT && in.getLocalName().equals("Entry")) {
                if (wanted) {
                    ids.add(id);
                }
                wanted = false;
            }
        }
        in.close();
        return new Written(output, stream, ids);
    }
}
