package app.respite.exchange;

/** Sorts numbers that stand for something else, in place and without a bad case. */
final class HeapSort {
  private HeapSort() {}

  /** Which of two comes first. */
  interface Order {
    /** Negative, zero or positive as {@code a} comes before, with or after {@code b}. */
    int compare(int a, int b);
  }

  static void sort(int[] items, Order order) {
    for (int root = items.length / 2 - 1; root >= 0; root--) {
      sink(items, root, items.length, order);
    }
    for (int end = items.length - 1; end > 0; end--) {
      int last = items[end];
      items[end] = items[0];
      items[0] = last;
      sink(items, 0, end, order);
    }
  }

  private static void sink(int[] items, int root, int end, Order order) {
    int sinking = items[root];
    int at = root;
    while (2 * at + 1 < end) {
      int child = 2 * at + 1;
      if (child + 1 < end && order.compare(items[child], items[child + 1]) < 0) {
        child++;
      }
      if (order.compare(sinking, items[child]) >= 0) {
        break;
      }
      items[at] = items[child];
      at = child;
    }
    items[at] = sinking;
  }
}
