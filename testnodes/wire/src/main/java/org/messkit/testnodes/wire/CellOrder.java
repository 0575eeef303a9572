// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.wire;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a TestNode is to do for one cell. Frozen: nothing is added or changed after it was sent.
 *
 * @param cell number of the cell, 0 for a warm-up
 * @param useCase whose test case runs
 * @param binding name of the binding
 * @param url of the service
 * @param bytes payload axis, as in {@code org.messkit.usecases.Payload}
 * @param elements payload axis, 0 for natural
 * @param depth payload axis, 0 for natural
 * @param share payload axis, negative for the use case's default
 * @param invalid payload axis, negative for the use case's default
 * @param answer payload axis, {@code summary} or {@code full}
 * @param concurrency users, 1 or more; in open load the connections, of which each carries one request at a time
 * @param rate of open load, arrivals per second; 0 for closed load
 * @param poisson whether the arrivals of open load are a Poisson process; else they are evenly spaced
 * @param backlog of open load: how many arrivals may wait
 * @param rampMillis over which the load comes up; part of the settling
 * @param settleMillis load before the window
 * @param windowMillis length of the window
 * @param intervalMillis how often the node says what it saw
 * @param seed of the payloads and arrivals
 * @param orders of a stateful use case: what is there beforehand; 0 for stateless ones
 * @param mix of a stateful use case: operations and weights; empty for its own
 */
public record CellOrder(
        int cell,
        String useCase,
        String binding,
        String url,
        int bytes,
        int elements,
        int depth,
        double share,
        double invalid,
        String answer,
        int concurrency,
        double rate,
        boolean poisson,
        long backlog,
        long rampMillis,
        long settleMillis,
        long windowMillis,
        long intervalMillis,
        long seed,
        int orders,
        String mix) {
    /** An order for a stateless use case. */
    public CellOrder(
            int cell,
            String useCase,
            String binding,
            String url,
            int bytes,
            int elements,
            int depth,
            double share,
            double invalid,
            String answer,
            int concurrency,
            double rate,
            boolean poisson,
            long backlog,
            long rampMillis,
            long settleMillis,
            long windowMillis,
            long intervalMillis,
            long seed) {
        this(
                cell,
                useCase,
                binding,
                url,
                bytes,
                elements,
                depth,
                share,
                invalid,
                answer,
                concurrency,
                rate,
                poisson,
                backlog,
                rampMillis,
                settleMillis,
                windowMillis,
                intervalMillis,
                seed,
                0,
                "");
    }

    /** As a frame. */
    public Frame frame() {
        return frame(Frame.Kind.ORDER);
    }

    /** As a frame that has only what must be there beforehand stored: payload, seed and orders count. */
    public Frame loadFrame() {
        return frame(Frame.Kind.LOAD);
    }

    private Frame frame(Frame.Kind kind) {
        Map<String, String> f = new LinkedHashMap<>();
        f.put("cell", Integer.toString(cell));
        f.put("use-case", useCase);
        f.put("binding", binding);
        f.put("url", url);
        f.put("bytes", Integer.toString(bytes));
        f.put("elements", Integer.toString(elements));
        f.put("depth", Integer.toString(depth));
        f.put("share", Double.toString(share));
        f.put("invalid", Double.toString(invalid));
        f.put("answer", answer);
        f.put("concurrency", Integer.toString(concurrency));
        f.put("rate", Double.toString(rate));
        f.put("poisson", Boolean.toString(poisson));
        f.put("backlog", Long.toString(backlog));
        f.put("ramp-ms", Long.toString(rampMillis));
        f.put("settle-ms", Long.toString(settleMillis));
        f.put("window-ms", Long.toString(windowMillis));
        f.put("interval-ms", Long.toString(intervalMillis));
        f.put("seed", Long.toString(seed));
        f.put("orders", Integer.toString(orders));
        f.put("mix", mix);
        return Frame.of(kind, f);
    }

    /** From a frame. */
    public static CellOrder of(Frame f) {
        return new CellOrder(
                (int) f.number("cell"),
                f.field("use-case"),
                f.field("binding"),
                f.field("url"),
                (int) f.number("bytes"),
                (int) f.number("elements"),
                (int) f.number("depth"),
                Double.parseDouble(f.field("share")),
                Double.parseDouble(f.field("invalid")),
                f.field("answer"),
                (int) f.number("concurrency"),
                Double.parseDouble(f.field("rate")),
                Boolean.parseBoolean(f.field("poisson")),
                f.number("backlog"),
                f.number("ramp-ms"),
                f.number("settle-ms"),
                f.number("window-ms"),
                f.number("interval-ms"),
                f.number("seed"),
                (int) f.number("orders"),
                f.field("mix"));
    }
}
