// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/** A service that does no work but takes time by a known law, so that what the kit concludes can be held against the truth. */
package org.messkit.services.synthetic;
