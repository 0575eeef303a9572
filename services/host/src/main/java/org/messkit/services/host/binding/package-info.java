// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/**
 * How requests reach services: plain XML, SOAP through CXF, and the servlets that technologies bring, with what each works with. No
 * rule that holds for every binding may live here, and no count.
 */
package org.messkit.services.host.binding;
