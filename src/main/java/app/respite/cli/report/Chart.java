package app.respite.cli.report;

import java.util.List;

/**
 * A drawing and the same in figures.
 *
 * @param head names of the columns
 */
record Chart(Drawing drawing, List<String> head, List<List<String>> rows) {
  Chart {
    head = List.copyOf(head);
    rows = rows.stream().map(List::copyOf).toList();
  }
}
