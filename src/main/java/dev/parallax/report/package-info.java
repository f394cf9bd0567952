/**
 * What people and scripts see of a run: console summary, summary.json, the files of a run,
 * progress. May import run, engine and table.
 */
package dev.parallax.report;
