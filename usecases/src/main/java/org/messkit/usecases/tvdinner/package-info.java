// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/**
 * TV Dinner: a part-ordering service on business object documents that looks at the compartments asked for alone. The
 * generator and its model of the expected answer live here, nothing that parses.
 */
package org.messkit.usecases.tvdinner;
