// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/** The technologies' rooms: their descriptors, and patterns that choose services from them. Nothing is started here. */
package org.messkit.testnodes.controller.room;
