// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/** Services that are up for use, not for measurement: for tests, for data, for the user. */
package org.messkit.testnodes.controller.run.serve;
