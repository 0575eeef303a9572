// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLStreamWriter;
import org.messkit.services.spi.Answer;

/** An answer that is there as text; it is written by the shortest way. */
record Text(String xml) implements Answer {
    static final String NEWS = "urn:messkit:sushi-boats:1";

    /** The entries of interest. */
    static Text news(String stream, List<String> ids) {
        StringBuilder xml = new StringBuilder("<NewsOfInterest xmlns='").append(NEWS).append("'><StreamId>");
        xml.append(stream).append("</StreamId><Count>").append(ids.size()).append("</Count>");
        ids.forEach(id -> xml.append("<Id>").append(id).append("</Id>"));
        return new Text(xml.append("</NewsOfInterest>").toString());
    }

    @Override
    public void writeTo(OutputStream out) throws java.io.IOException {
        out.write(xml.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void writeTo(XMLStreamWriter out) {
        throw new IllegalStateException("only plain messages are compared");
    }
}
