package dev.parallax.cli;

import dev.parallax.engine.Workload;
import dev.parallax.report.Findings;
import dev.parallax.run.Run;
import java.util.List;
import java.util.function.Function;

/**
 * A job as the command line gives it.
 *
 * @param workload what is computed
 * @param notices what was understood of the input, one line each
 * @param title what is done, in one line
 * @param findings what the results say
 */
record Job(
    Workload<?> workload, List<String> notices, String title, Function<Run, Findings> findings) {}
