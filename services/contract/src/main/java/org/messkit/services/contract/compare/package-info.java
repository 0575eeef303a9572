// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Whether two XML documents say the same. Nothing of services or of messages may live here.
 */
package org.messkit.services.contract.compare;
