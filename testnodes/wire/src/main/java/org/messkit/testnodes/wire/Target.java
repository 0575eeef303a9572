// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.wire;

import java.util.Objects;

/**
 * The service that is asked.
 *
 * @param url where it is
 * @param binding name of the binding that it speaks there
 */
public record Target(String url, String binding) {
    /** Checks. */
    public Target {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(binding, "binding");
    }
}
