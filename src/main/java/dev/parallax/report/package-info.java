/**
 * What people and scripts see of a run: console summary, summary.json, the files of a run,
 * progress. May import engine, findings, run, storage, table, report.figure, chart and selection.
 */
package dev.parallax.report;
