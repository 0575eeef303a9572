// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/** The scenario file: its records, its reader that finds all problems at once, and the plan of cells made from it. */
package org.messkit.testnodes.controller.scenario;
