/**
 * A session: jobs in and results out, as lines of JSON with binary frames behind them, for programs
 * in any language. How a job is run is its caller's business. May import engine.block, findings,
 * json, report and what these need.
 *
 * <p>Not for users: it may change in any version.
 */
package dev.parallax.session;
