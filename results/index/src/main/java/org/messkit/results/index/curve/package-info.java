// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The Scalability Index: TPS over concurrent requests and over payload, and how to read both. What limits a service may not be
 * concluded here.
 */
package org.messkit.results.index.curve;
