// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.law;

/**
 * By how much levels err, as their forks tell.
 *
 * @param variance of a level's ln TPS, mean over its forks, without what its forks share with other levels; greater than 0
 * @param degreesOfFreedom that it rests on, greater than 0
 */
public record Noise(double variance, double degreesOfFreedom) {
    /** Checks the ranges. */
    public Noise {
        Law.within("variance", variance, Double.MIN_NORMAL, Double.MAX_VALUE);
        Law.within("degrees of freedom", degreesOfFreedom, Double.MIN_NORMAL, Double.MAX_VALUE);
    }
}
