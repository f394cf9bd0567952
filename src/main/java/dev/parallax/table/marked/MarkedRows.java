package dev.parallax.table.marked;

import dev.parallax.table.text.RowCells;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The rows of a marked text as bytes. */
final class MarkedRows implements RowCells {
  private final MarkedLines lines;
  private final List<Integer> ends = new ArrayList<>();
  private byte[] cells = new byte[0];

  MarkedRows(MarkedLines lines) {
    this.lines = lines;
  }

  @Override
  public boolean next() throws IOException {
    ends.clear();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (String cell : lines.next()) {
      bytes.writeBytes(cell.getBytes(StandardCharsets.UTF_8));
      ends.add(bytes.size());
    }
    cells = bytes.toByteArray();
    return !ends.isEmpty();
  }

  @Override
  public long line() {
    return lines.line();
  }

  @Override
  public int count() {
    return ends.size();
  }

  @Override
  public int start(int cell) {
    return cell == 0 ? 0 : ends.get(cell - 1);
  }

  @Override
  public int end(int cell) {
    return ends.get(cell);
  }

  @Override
  public byte[] cells() {
    return cells;
  }

  @Override
  public List<String> skipped() {
    return lines.skipped();
  }
}
