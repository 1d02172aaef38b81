package app.respite.domain.day.tiredness;

import app.respite.domain.day.tiredness.TirednessState.Advised;
import app.respite.domain.fatigue.Knowledge;
import app.respite.domain.fatigue.RestAdvice;
import app.respite.domain.fatigue.RestAdvisor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What other rooms may ask of the person's tiredness. */
public interface TirednessView {
  /** What was learnt of them; null where nothing was yet. */
  @Nullable Knowledge knowledge();

  /** The advice that was worked out last, and for what; null where none was. */
  @Nullable Advised advised();

  /** When a rest fits in the stretch of work that goes on; null where nothing is known. */
  @Nullable RestAdvice rest();

  /** Where the person stands now; empty where nothing is known of them. */
  Optional<RestAdvisor> standing();

  /** The rating at which the person wants to rest. */
  int threshold();
}
