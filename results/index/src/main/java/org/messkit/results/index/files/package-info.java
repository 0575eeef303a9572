// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Index and comparison as files and as rows for other programs. Nothing is computed here, and no text is worded.
 */
package org.messkit.results.index.files;
