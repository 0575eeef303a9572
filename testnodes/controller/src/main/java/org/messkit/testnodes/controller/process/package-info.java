// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/** The child processes: their command lines, their pipes, their end. What they are used for may not be known here. */
package org.messkit.testnodes.controller.process;
