// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The load engine: closed load over free-running users, phases of a cell, and recording. It knows a transaction and a clock;
 * nothing of HTTP, XML, JUnit or processes may live here.
 */
package org.messkit.testnodes.load;
