// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/** The judgement as tables: the same values as text for people, and as CSV and JSON for programs. */
package org.messkit.results.index.table;
