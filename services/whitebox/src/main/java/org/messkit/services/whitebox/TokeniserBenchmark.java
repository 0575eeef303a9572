// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.whitebox;

import com.ctc.wstx.stax.WstxInputFactory;
import java.io.ByteArrayInputStream;
import java.util.concurrent.TimeUnit;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.messkit.usecases.Payload;
import org.messkit.usecases.UseCases;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The floor of everything that reads XML: Woodstox goes from event to event, and nobody asks it what is there. */
@State(Scope.Benchmark)
@BenchmarkMode({Mode.Throughput, Mode.SampleTime})
@OutputTimeUnit(TimeUnit.SECONDS)
public class TokeniserBenchmark {
    /** Whose messages. */
    @Param("buffet")
    public String useCase;

    /** Of the payload's root element. */
    @Param("100000")
    public int bytes;

    /** As it comes, but for DTDs: limits would be no part of the floor. */
    private final XMLInputFactory factory = new WstxInputFactory();

    private Messages messages;

    /** For JMH. */
    public TokeniserBenchmark() {}

    /** Makes the messages. */
    @Setup
    public void prepare() {
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        messages = Messages.of(UseCases.named(useCase), Payload.ofBytes(bytes), payload -> payload);
    }

    /** Reads the next message. */
    @Benchmark
    public int read() throws XMLStreamException {
        XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(messages.next()));
        int events = 0;
        while (reader.hasNext()) {
            reader.next();
            events++;
        }
        reader.close();
        return events;
    }
}
