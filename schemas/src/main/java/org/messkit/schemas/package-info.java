// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The contracts of the kit: schemas, WSDLs and samples as resources, and the one class that finds them. Nothing that reads
 * or writes a message may live here.
 */
package org.messkit.schemas;
