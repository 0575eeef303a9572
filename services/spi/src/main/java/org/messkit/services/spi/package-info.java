// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What a technology implements to become a service: a {@link org.messkit.services.spi.Technology} that makes one
 * {@link org.messkit.services.spi.Handler} per use case. JDK only; nothing of HTTP, SOAP or any one XML
 * library may live here.
 */
package org.messkit.services.spi;
