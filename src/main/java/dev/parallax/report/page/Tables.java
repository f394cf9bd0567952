package dev.parallax.report.page;

import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import j2html.tags.specialized.DivTag;
import j2html.tags.specialized.TableTag;
import j2html.tags.specialized.TdTag;
import j2html.tags.specialized.ThTag;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tables, each in a box of its own in which it scrolls where the screen is narrow. */
final class Tables {
  private Tables() {}

  /**
   * A table with a line of names.
   *
   * @param about what it is about, for those who hear it
   * @param names the columns' names
   * @param words which columns have words, not numbers
   * @param rows the cells
   */
  static DivTag of(String about, List<String> names, Set<Integer> words, List<List<String>> rows) {
    return boxed(
        about,
        table(
                thead(tr(each(names, (place, name) -> head(name, words, place)))),
                tbody(
                    each(
                        rows,
                        row -> tr(each(row, (i, cell) -> cell(cell, names.get(i), words, i))))))
            .withClass("rows"));
  }

  private static ThTag head(String name, Set<Integer> words, int place) {
    return th(name).attr("scope", "col").withCondClass(words.contains(place), "words");
  }

  /** A cell, which knows its column's name: on a narrow screen it stands above it. */
  private static TdTag cell(String text, String name, Set<Integer> words, int place) {
    return td(text).attr("data-name", name).withCondClass(words.contains(place), "words");
  }

  /** A table of names and values. */
  static DivTag facts(String about, List<List<String>> rows) {
    TableTag table =
        table(tbody(each(rows, row -> tr(th(row.get(0)).attr("scope", "row"), td(row.get(1))))));
    return boxed(about, table.withClass("facts"));
  }

  private static DivTag boxed(String about, TableTag table) {
    return div(table)
        .withClass("scroll")
        .withTabindex(0)
        .attr("role", "region")
        .attr("aria-label", about);
  }

  /** A count with its digits in groups of three. */
  static String count(long n) {
    return String.format(Locale.ROOT, "%,d", n).replace(',', '\u202f');
  }

  /** A text, or the beginning of a very long one. */
  static String bounded(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest) + " \u2026";
  }
}
