// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/**
 * One cell: what the TestNodes are told, what both sides are watched for, reconciled and judged. Which cells there are, and when a
 * run ends, may not be known here.
 */
package org.messkit.testnodes.controller.run.cell;
