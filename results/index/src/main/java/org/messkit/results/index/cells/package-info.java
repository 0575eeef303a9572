// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What a run's cells tell before anything is concluded from them: levels, operations, shapes, drift, and whether they are precise enough.
 * Nothing here judges; no file is read or written.
 */
package org.messkit.results.index.cells;
