// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Starts services and TestNodes as processes, walks the scenario, judges each cell by its proofs, writes the run. It knows
 * services as folders, descriptors and processes; no technology, HTTP server or JUnit may be used here.
 */
package org.messkit.testnodes.controller;
