// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.log;

/**
 * The version of the run folder's format, written into every file but {@code summary.csv}, whose first line is its columns.
 * It is raised whenever old and new figures, or old and new files, may no longer be read alike.
 */
public final class FormatVersion {
    /** The version that this kit writes, and the newest that it reads. */
    public static final int CURRENT = 3;

    /** The first version whose files a manifest lists. */
    static final int WITH_MANIFEST = 3;

    /** Namespace of the run folder's XML files. */
    public static final String NAMESPACE = "urn:messkit:run:1";

    private FormatVersion() {}
}
