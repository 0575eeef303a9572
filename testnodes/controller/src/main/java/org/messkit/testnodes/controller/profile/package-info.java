// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/**
 * White box: JMH on the handlers of the rooms, and what samples a JVM. Nothing here measures a service over HTTP, and no figure
 * from here enters an index.
 */
package org.messkit.testnodes.controller.profile;
