// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run.steady;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.messkit.testnodes.controller.process.Cores;
import org.messkit.testnodes.controller.process.ServiceProcess;
import org.messkit.testnodes.controller.scenario.Plan;
import org.messkit.testnodes.controller.scenario.element.Steady;
import org.messkit.testnodes.fleet.Intervals;
import org.messkit.testnodes.monitor.CoreSpeed;
import org.messkit.usecases.Payload;

/**
 * Makes a service fit to be measured: a warm-up on all cores, until its compilers rest, and where the scenario asks for it then on its own
 * cores until it has settled.
 *
 * @param service the visit's process
 * @param coreSpeed of the service's cores
 * @param load drives the service
 */
public record ServiceWarmUp(Plan plan, Plan.Visit visit, ServiceProcess service, CoreSpeed coreSpeed, WarmUpLoad load) {
    private static final Duration TURN = Duration.ofSeconds(1);

    /** Drives the service while nothing is measured. */
    public interface WarmUpLoad extends Settling.SliceLoad {
        /** Full load of a payload, at the middle level; nothing is recorded. */
        void warmUp(Payload payload, Duration length) throws IOException;

        @Override
        void slice(Payload payload, Intervals intervals) throws IOException;
    }

    /**
     * Warms it up. If it has not settled by the cap, its cells are measured all the same, and are not steady.
     *
     * @param cores that it is measured on; empty where it is not pinned
     * @param waiting is run when the wait for the steady state begins
     * @return why it has not settled, for the user; empty if it has, or nobody waited
     * @throws IOException if it cannot be driven
     * @throws PinException if it cannot be kept on its cores
     */
    public Optional<String> run(List<Integer> cores, Runnable waiting) throws IOException {
        warmUp(plan.scenario().timing().warmup());
        Optional<Steady> steady = plan.steady(visit);
        Optional<Settling> settling = Optional.empty();
        if (steady.isPresent()) {
            waiting.run();
            settling = Optional.of(new Settling(plan.scenario().payloads(), steady.get(), service, coreSpeed, load));
            settling.get().compile();
        } else {
            Duration cap = plan.compilersRest();
            new CompilerRest(service, cap).await(() -> turn(cap));
        }
        if (!cores.isEmpty() && service.isAlive()) {
            pin(cores);
        }
        return settling.isPresent() ? settling.get().settle() : Optional.empty();
    }

    /** Not before: on one core the compiler and the requests that it compiles for take the core from each other. */
    private void pin(List<Integer> cores) throws PinException {
        try {
            Cores.pinTree(service.handle(), cores);
        } catch (IOException e) {
            throw new PinException(e);
        }
    }

    /** All payloads, a second of each or less. */
    private void turn(Duration cap) throws IOException {
        List<Payload> payloads = plan.scenario().payloads();
        Duration share = cap.dividedBy(2L * payloads.size());
        for (Payload payload : payloads) {
            load.warmUp(payload, share.compareTo(TURN) < 0 ? share : TURN);
        }
    }

    private void warmUp(Duration duration) throws IOException {
        List<Payload> payloads = plan.scenario().payloads();
        int rounds = duration.toSeconds() >= 2L * payloads.size() ? 2 : 1;
        Duration slice = Duration.ofMillis(duration.toMillis() / (rounds * (long) payloads.size()));
        for (int round = 0; round < rounds && !slice.isZero(); round++) {
            for (Payload payload : payloads) {
                load.warmUp(payload, slice);
            }
        }
    }

    /** A service cannot be kept on its cores: what it would show is of other conditions than the run says. */
    public static final class PinException extends IOException {
        private static final long serialVersionUID = 1L;

        PinException(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }
}
