// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.wire;

import java.util.Objects;
import org.messkit.usecases.Payload;
import org.messkit.usecases.Workload;

/**
 * What a user asks: a use case, with a payload.
 *
 * @param useCase name of the use case, whose test case runs
 * @param payload of each request
 * @param workload what a stateful use case starts from and does; {@link Workload#NONE} for stateless ones
 */
public record Asked(String useCase, Payload payload, Workload workload) {
    /** Checks. */
    public Asked {
        Objects.requireNonNull(useCase, "useCase");
        Objects.requireNonNull(payload, "payload");
        Objects.requireNonNull(workload, "workload");
    }
}
