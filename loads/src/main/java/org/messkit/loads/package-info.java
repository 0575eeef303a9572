// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/**
 * How hard something is driven: the kinds of load as they stand in scenarios and results, and the engine that drives them: users,
 * phases of a cell, recording. It knows a transaction and a clock; nothing of HTTP, XML, JUnit or processes may live here.
 */
package org.messkit.loads;
