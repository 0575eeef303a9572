// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/** A scenario file as elements with their places, and the forms that values have in it. What elements mean may not be known here. */
package org.messkit.testnodes.controller.scenario.xml;
