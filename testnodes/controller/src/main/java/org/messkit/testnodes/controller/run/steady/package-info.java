// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/**
 * From a cold service to a steady one: the warm-up, the wait for compilers and for an even speed. Nothing that is decided here enters a
 * figure.
 */
package org.messkit.testnodes.controller.run.steady;
