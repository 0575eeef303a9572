// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The elements of a scenario, a class each, beside its type in {@code scenario.xsd}: it reads, checks, writes and describes itself. What a
 * run makes of them may not live here.
 */
package org.messkit.testnodes.controller.scenario.element;
