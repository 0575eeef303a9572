// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.profile;

/**
 * One frame of a stack.
 *
 * @param type name of the class, empty for a frame that is not Java's
 * @param method name of the method or of the native function
 * @param layer whose code it is; null for the JDK's and what is not Java's
 */
public record Frame(String type, String method, Layer layer) {
    /** As a reader knows it: the class without its package, and the method. */
    public String label() {
        return type.isEmpty() ? method : type.substring(type.lastIndexOf('.') + 1) + "." + method;
    }

    /** With the package. */
    public String name() {
        return type.isEmpty() ? method : type + "." + method;
    }
}
