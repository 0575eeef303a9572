// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The business of the use cases, the same for every technology: what is asked of a message once its values are found. No parser, no
 * tree and no binding may live here, so that what differs between technologies is the technology alone.
 */
package org.messkit.services.business;
