// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What is watched beside the load: processor use of both sides, and the machine that they run on. What a figure means may not
 * be decided here.
 */
package org.messkit.testnodes.monitor;
