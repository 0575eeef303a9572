// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What the contract asks of orders once a parser has found their texts: values, sums, rules. Nothing here knows how the texts
 * were read, so rooms that stream share it and differ in the reading alone.
 */
package org.messkit.services.streaming.orders;
