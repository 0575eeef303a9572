// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/** The command line: one class per verb, exit codes, the progress bar. What a verb does lives in the modules that it calls. */
package org.messkit.testnodes.cli;
