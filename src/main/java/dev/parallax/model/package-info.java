/**
 * What users implement: a model, a function of one element, a statistic; and how they are found by
 * class name. May import random, spelling and table.
 */
package dev.parallax.model;
