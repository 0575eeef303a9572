// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/** A run: what all its parts know of who follows it and who goes with its cells. The parts are packages below this one. */
package org.messkit.testnodes.controller.run;
