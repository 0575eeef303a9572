// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.host;

/** X. */
enum SoapVersion {
    SOAP_1_1
}
