// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/** What a run says of its conditions: machine, JVMs, software, settings. Nothing here measures a service. */
package org.messkit.testnodes.controller.run.conditions;
