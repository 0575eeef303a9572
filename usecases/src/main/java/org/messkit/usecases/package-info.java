// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What is asked: per use case a seeded generator of requests on the payload axes, and the expected answer, computed from
 * the generator's own model and never by parsing. Nothing of HTTP, of load or of any technology under test may live here.
 */
package org.messkit.usecases;
