// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/** What a scenario expects, held against what was measured. */
package org.messkit.results.index.expect;
