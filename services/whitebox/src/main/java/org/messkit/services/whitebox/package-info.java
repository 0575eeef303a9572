// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The handlers of the services under JMH: the same code on the same payloads, without HTTP and without a binding. Knows no
 * technology; the one of the room whose class path it runs on is found. What profiles it is no part of this.
 */
package org.messkit.services.whitebox;
