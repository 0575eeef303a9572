// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.scenario.element;

import org.messkit.testnodes.controller.process.JvmSettings;

/**
 * The processes of a run with the cores that this machine gives them.
 *
 * @param service of every service
 * @param node of the TestNode
 */
public record Placed(JvmSettings service, JvmSettings node) {}
