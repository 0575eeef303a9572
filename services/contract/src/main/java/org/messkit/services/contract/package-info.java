// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The contract test that every technology passes for every use case that it serves: right answers in every form, hostile
 * messages refused. Published test help; nothing of any one technology may live here.
 */
package org.messkit.services.contract;
