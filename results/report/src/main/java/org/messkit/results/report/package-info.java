/**
 * The HTML report: one self-contained page made from a run folder's records. What is shown and how lives here; what a figure
 * means is decided before, and no file but the report is written.
 */
package org.messkit.results.report;
