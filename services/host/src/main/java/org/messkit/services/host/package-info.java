// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/**
 * One Jetty server that carries every service of a process on every binding, with the same connector, threads, limits and
 * counters. It knows no technology: it loads the one on its class path. It is put together here, from its {@code binding}s,
 * the {@code guard} before them and the {@code admin} port. Nothing of use cases or load may live here.
 */
package org.messkit.services.host;
