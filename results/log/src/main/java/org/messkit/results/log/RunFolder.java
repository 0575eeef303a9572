// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.log;

import java.util.Locale;

/** Names in a run's folder. */
final class RunFolder {
    static final String RUN = "run.xml";
    static final String PLAN = "plan.xml";
    static final String MANIFEST = "manifest.sha256";
    static final String SCENARIO = "scenario.xml";
    static final String ENVIRONMENT = "environment.xml";
    static final String CELLS = "cells";
    static final String MONITOR = "monitor";
    static final String HISTOGRAMS = "histograms.hlog";
    static final String SUMMARY_CSV = "summary.csv";
    static final String SUMMARY_JSON = "summary.json";

    private RunFolder() {}

    /** How the tags of a cell's histograms begin. */
    static String tagPrefix(int id) {
        return String.format(Locale.ROOT, "%04d.", id);
    }

    /** Name of a cell's file in {@link #MONITOR}. */
    static String monitorFile(int id) {
        return String.format(Locale.ROOT, "%04d.csv", id);
    }

    /** Name of a cell's file in {@link #CELLS}; at least four digits. */
    static String cellFile(int id) {
        return String.format(Locale.ROOT, "%04d.xml", id);
    }
}
