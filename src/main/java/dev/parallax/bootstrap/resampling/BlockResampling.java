package dev.parallax.bootstrap.resampling;

import dev.parallax.random.RandomStream;

/**
 * The block bootstraps of a series: runs of rows in their order in the table, joined until there
 * are as many rows as it has; what is left of the last run is cut off.
 *
 * @param kind which runs there are
 * @param length how many rows a run has, or has on average
 */
public record BlockResampling(BlockKind kind, int length) implements Resampling {
  private static final long serialVersionUID = 1L;

  @Override
  public Sampler sampler(int rows) {
    DrawnRows drawn = new DrawnRows(rows);
    return random -> {
      drawn.clear();
      while (drawn.size() < rows) {
        addRun(random, rows, drawn);
      }
      drawn.cut(rows);
      return drawn.done();
    };
  }

  private void addRun(RandomStream random, int rows, DrawnRows drawn) {
    int starts = kind == BlockKind.MOVING ? rows - length + 1 : rows;
    int first = random.nextInt(starts);
    if (kind != BlockKind.STATIONARY) {
      for (int k = 0; k < length && drawn.size() < rows; k++) {
        drawn.add((first + k) % rows);
      }
      return;
    }
    int row = first;
    do {
      drawn.add(row);
      row = row == rows - 1 ? 0 : row + 1;
    } while (drawn.size() < rows && random.nextInt(length) != 0);
  }
}
