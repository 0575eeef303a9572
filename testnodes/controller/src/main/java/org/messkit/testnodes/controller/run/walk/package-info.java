// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The walk through a plan: which visits are worth their time, a service process for each, its cells, and the end of the run, whoever
 * ends it. How a cell is measured may not live here.
 */
package org.messkit.testnodes.controller.run.walk;
