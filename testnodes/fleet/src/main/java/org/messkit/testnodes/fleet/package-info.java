// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/**
 * TestNodes as one: they prepare, begin at one instant, and what they say is added up. One local process is a fleet of one. It
 * knows frames and streams; how a process is started, and what a run consists of, may not live here.
 */
package org.messkit.testnodes.fleet;
