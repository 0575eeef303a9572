// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.scenario.xml;

/**
 * One thing that is wrong with a scenario file.
 *
 * @param message what, its bound, what was given
 * @param file as the user named it
 * @param line from 1
 * @param column from 1
 */
public record Problem(String message, String file, int line, int column) {
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + message;
    }
}
