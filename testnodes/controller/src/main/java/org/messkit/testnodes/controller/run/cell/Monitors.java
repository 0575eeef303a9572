// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run.cell;

import org.messkit.testnodes.monitor.CoreSpeed;
import org.messkit.testnodes.monitor.MachineMonitor;

/**
 * What watches the machine over a whole run.
 *
 * @param machine its counters
 * @param coreSpeed the speed of the services' cores; of none where services are not pinned
 */
public record Monitors(MachineMonitor machine, CoreSpeed coreSpeed) {}
