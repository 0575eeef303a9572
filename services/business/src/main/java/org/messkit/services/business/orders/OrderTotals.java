// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.business.orders;

import java.math.BigDecimal;

/** The sums that an order states. */
public record OrderTotals(
        BigDecimal lines, BigDecimal allowances, BigDecimal charges, BigDecimal tax, BigDecimal payable) {}
