package dev.parallax.table.binary;

import dev.parallax.table.column.RowSource;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import uk.ac.starlink.votable.DataFormat;
import uk.ac.starlink.votable.UnifiedFitsTableWriter;
import uk.ac.starlink.votable.VOTableVersion;
import uk.ac.starlink.votable.VOTableWriter;

/** Writes VOTable and FITS through STIL, without a date, so that the bytes do not change. */
public final class StilWriter {
  private StilWriter() {}

  /** As BINARY2, which keeps every bit of a double and flags what is missing in any column. */
  public static void voTable(OutputStream out, RowSource source) throws IOException {
    StilLog.silence();
    VOTableWriter writer = new VOTableWriter(DataFormat.BINARY2, true, VOTableVersion.V14);
    writer.setWriteDate(false);
    try (OutputStream buffer = new BufferedOutputStream(out, 1 << 16)) {
      writer.writeStarTable(new RowStarTable(source, true), buffer);
    }
  }

  /** A binary table; the primary unit before it holds names, descriptions and metadata in full. */
  public static void fits(OutputStream out, RowSource source) throws IOException {
    StilLog.silence();
    UnifiedFitsTableWriter writer = new UnifiedFitsTableWriter();
    writer.setPrimaryType(UnifiedFitsTableWriter.VOTABLE_PRIMARY_TYPE);
    writer.setWriteDate(false);
    try (OutputStream buffer = new BufferedOutputStream(out, 1 << 16)) {
      writer.writeStarTable(new RowStarTable(source, false), buffer);
    }
  }
}
