// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/** Runs the program as a user does, in processes of its own, against what the build has made. */
package org.messkit.dist;
