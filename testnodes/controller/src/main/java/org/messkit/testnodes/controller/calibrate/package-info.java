// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/** Short probes of services: the search for the levels to measure, and what limits a level. What they see never enters a result. */
package org.messkit.testnodes.controller.calibrate;
