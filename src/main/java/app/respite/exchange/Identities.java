package app.respite.exchange;

import java.util.Set;

/**
 * Who the user said to be in each source, such as a tool's project. It is known by hashes alone,
 * see {@link Ids#workerHash}, so that no name and no address is kept.
 */
public interface Identities {
  /** Nobody said anything, and nothing is remembered. */
  Identities NONE =
      new Identities() {
        @Override
        public Set<String> known(String source) {
          return Set.of();
        }

        @Override
        public void remember(Set<String> sources, Set<String> hashes) {}
      };

  /** The hashes of the names under which the user is known in a source; empty where in none. */
  Set<String> known(String source);

  /** Remembers the user's names in sources, in the place of what was known of these. */
  void remember(Set<String> sources, Set<String> hashes);
}
