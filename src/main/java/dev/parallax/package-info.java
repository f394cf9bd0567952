/**
 * Start here: {@link dev.parallax.Parallax} runs a sweep, a map or a bootstrap in a line, and
 * {@link dev.parallax.Results} has what came out.
 *
 * <pre>{@code
 * Design grid = Design.factorial(Parameter.linspace("x", -3, 3, 61), Parameter.of("k", 1, 2, 3));
 * try (Parallax parallax = Parallax.local()) {
 *   Results ripple =
 *       parallax.sweep(grid, (p, random) -> StrictMath.cos(p.number("k") * p.number("x")));
 *   double[] values = ripple.doubles("value");
 * }
 * }</pre>
 *
 * <p>Of what it is given, {@link dev.parallax.workload.sweep.design.Design} and {@link
 * dev.parallax.workload.sweep.parameter.Parameter} say where a sweep goes, {@link
 * dev.parallax.workload.map.IntegerArray} what is mapped, {@link dev.parallax.table.TableFile}
 * reads tables, and {@link dev.parallax.model} has what users implement. May import everything.
 */
package dev.parallax;
