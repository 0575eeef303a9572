// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Profiles: what JMH and a sampling profiler said of handlers, read from files and turned into tables and call trees. Never an
 * index: what is measured here has no HTTP around it, or a profiler within.
 */
package org.messkit.results.profile;
