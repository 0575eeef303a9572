// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The run folder: records of what was measured, their writer and their reader, and the format's version. Files only; how a
 * figure is judged or shown may not live here.
 */
package org.messkit.results.log;
