// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.pantry;

/**
 * A purchase order as the message that it is, with the values by which it is fetched and found.
 *
 * @param xml the element PurchaseOrder, its namespace declared on it
 */
public record OrderMessage(String id, String contract, int callOff, String status, String dealer, String xml) {}
