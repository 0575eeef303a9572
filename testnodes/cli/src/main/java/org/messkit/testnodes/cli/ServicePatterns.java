// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.cli;

import java.util.List;
import picocli.CommandLine.Parameters;

/** The services that a verb is for; one pattern or more. */
final class ServicePatterns {
    @Parameters(paramLabel = "PATTERN", arity = "1..*", description = "Services, for example 'tv-dinner/*@soap11'.")
    private List<String> patterns;

    List<String> all() {
        return patterns;
    }
}
