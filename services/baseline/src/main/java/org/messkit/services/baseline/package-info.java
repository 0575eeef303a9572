// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/** The null service: the rig's ceiling, and the template of a technology. It reads bytes and knows no XML. */
package org.messkit.services.baseline;
