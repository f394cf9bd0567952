/**
 * Models and statistics that are programs of the user's, in any language: a process for each slice,
 * or for each item, that is fed with points or resamples and read for responses, and never outlives
 * the run. May import model, random, spelling and storage.
 */
package dev.parallax.model.command;
