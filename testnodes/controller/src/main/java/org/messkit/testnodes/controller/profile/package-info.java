// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/**
 * White box: JMH on the handlers of the rooms, what samples a JVM, and services that are sampled while a run drives them. No figure
 * from here enters an index.
 */
package org.messkit.testnodes.controller.profile;
