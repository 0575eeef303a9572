// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/**
 * JAXB: the compartments that are needed become objects, one by one from a StAX reader. The generated types live in
 * {@code types}; nothing of another technology may live here. Handlers begin alike, each with its factories and bindings, so that
 * each shows whole what the technology asks of a developer.
 */
package org.messkit.services.jaxb;
