// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.whitebox;

import java.util.concurrent.TimeUnit;
import org.messkit.services.spi.ServiceName;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One operation is one message read, worked on and answered, the answer's bytes included; what HTTP and the binding add is
 * left out. Every answer is checked once per trial, before anything is timed.
 */
@State(Scope.Benchmark)
@BenchmarkMode({Mode.Throughput, Mode.SampleTime})
@OutputTimeUnit(TimeUnit.SECONDS)
public class HandlerBenchmark {
    /** A stateless service of the technology on this class path. */
    @Param("null/baseline@pox")
    public String service;

    /** Of the payload's root element. */
    @Param("100000")
    public int bytes;

    private Subject subject;

    /** For JMH. */
    public HandlerBenchmark() {}

    /** Makes handler and messages, and checks the answer to each. */
    @Setup
    public void prepare() throws Exception {
        subject = Subject.of(ServiceName.parse(service), bytes);
        subject.check();
    }

    /** Answers the next message. */
    @Benchmark
    public int answer() throws Exception {
        return subject.answerNext();
    }
}
