// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index;

import java.util.OptionalDouble;
import org.messkit.loads.Load;
import org.messkit.results.index.verdict.Finding;
import org.messkit.results.log.Cell;

/**
 * A level in no curve: of open load, or of closed load that no fork measured. It is judged, and enters no law, top or cost.
 *
 * @param load the level; of open load that was never run its rate may not be known
 * @param outcome in words; of forks that differ how many of each
 * @param tps mean over the measured forks; empty where there is none, as always in closed load
 * @param finding what it means
 */
public record LevelIndex(
        Cell.Service service, Cell.Payload payload, Load load, String outcome, OptionalDouble tps, Finding finding) {}
