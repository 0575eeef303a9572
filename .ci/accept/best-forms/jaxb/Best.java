// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0

import com.ctc.wstx.stax.WstxInputFactory;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.messkit.services.jaxb.types.Line;
import org.messkit.services.jaxb.types.Lines;
import org.messkit.services.spi.Answer;
import org.messkit.services.spi.Handler;
import org.messkit.services.spi.ReaderHandler;
import org.messkit.services.spi.Technology;

/** TV Dinner with the compartments asked for bound one by one and the rest skipped on a raw StAX reader. Nothing checked. */
public final class Best implements Technology, ReaderHandler {
    private static final String NAMESPACE = "urn:messkit:tv-dinner:1";

    private final XMLInputFactory factory = new WstxInputFactory();
    private final JAXBContext context;

    public Best() throws JAXBException {
        context = JAXBContext.newInstance(Lines.class);
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
        Set<String> asked = new HashSet<>();
        Sums sums = new Sums();
        String orderId = "";
        int event = in.next();
        while (event != XMLStreamConstants.END_DOCUMENT) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (asked.contains(in.getNamespaceURI())) {
                    try {
                        sums.add(context.createUnmarshaller().unmarshal(in, Lines.class).getValue());
                    } catch (JAXBException e) {
                        throw new IllegalStateException(e);
                    }
                    // The reader stands past the end tag already.
                    event = in.getEventType();
                    continue;
                }
                switch (in.getLocalName()) {
                    case "Compartment" -> asked.add(in.getElementText().strip());
                    case "OrderId" -> orderId = in.getElementText().strip();
                    default -> {
                        // Passed over.
                    }
                }
            }
            event = in.next();
        }
        in.close();
        return new Text("<PurchaseOrderSummary xmlns='" + NAMESPACE + "'><OrderId>" + orderId + "</OrderId><LineCount>"
                + sums.lines + "</LineCount><TotalQuantity>" + sums.quantity + "</TotalQuantity><TotalPrice>"
                + sums.price.setScale(2).toPlainString() + "</TotalPrice></PurchaseOrderSummary>");
    }

    private static final class Sums {
        private int lines;
        private long quantity;
        private BigDecimal price = BigDecimal.ZERO;

        void add(Lines compartment) {
            for (Line line : compartment.getLine()) {
                lines++;
                quantity += line.getQuantity();
                price = price.add(line.getUnitPrice().multiply(BigDecimal.valueOf(line.getQuantity())));
            }
            compartment.getAssembly().forEach(this::add);
        }
    }
}
