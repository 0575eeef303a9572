// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/** The search for the levels at which a service is to be measured. What the search sees never enters a result. */
package org.messkit.testnodes.controller.calibrate;
