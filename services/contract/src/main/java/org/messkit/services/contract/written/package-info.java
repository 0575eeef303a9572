// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Messages that are right but written as others write: by hand, in other encodings, sparse, or documents of somebody else, with the answers
 * that are due. Nothing hostile may live here.
 */
package org.messkit.services.contract.written;
