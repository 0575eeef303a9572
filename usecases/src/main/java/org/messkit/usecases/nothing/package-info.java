// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/** The null use case: a request of the wanted size and a fixed answer, to find the rig's own ceiling. */
package org.messkit.usecases.nothing;
