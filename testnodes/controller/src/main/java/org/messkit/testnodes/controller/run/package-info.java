// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/** The walk through a plan: one cell after the other, measured, proven and written. */
package org.messkit.testnodes.controller.run;
