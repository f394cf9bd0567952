/**
 * Statistics written as formulas: aggregates by the built-in statistics, and what is made of them.
 * May import model, model.expression, statistic and the rooms that this is made of.
 */
package dev.parallax.statistic.formula;
