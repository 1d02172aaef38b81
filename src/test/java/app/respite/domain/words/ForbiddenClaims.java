package app.respite.domain.words;

import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static java.util.regex.Pattern.UNICODE_CASE;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Respite must never say (docs/models.md), as patterns over word stems. */
final class ForbiddenClaims {
  /** A claim that must not be made, and how it sounds. */
  record Claim(String name, Pattern sounds) {}

  private static final String AILMENT =
      "(burn-?out|burnt out|depress\\w*|adhd|insomnia|sleep|eye|eyes|eyestrain|rsi|disease\\w*|"
          + "disorder\\w*|illness\\w*|injur\\w*|strain|exhaustion|migraine\\w*|headache\\w*)";

  private static final String SLOWING =
      "(tired\\w*|fatigue\\w*|strain\\w*|overwork\\w*|exhaust\\w*|long hours|trend|burn-?out)";

  static final List<Claim> ALL =
      List.of(
          claim("to diagnose", "\\bdiagnos\\w*"),
          claim("to screen for an ailment", "\\bscreen(s|ed|ing)?\\s+(you\\s+|people\\s+)?for\\b"),
          claim(
              "to foretell, prevent or heal an ailment",
              "\\b(predict|prevent|detect|forecast|foresee|protect|avert|cure|heal|treat|reduc|"
                  + "lower)\\w*\\b[^.!?]{0,40}\\b"
                  + AILMENT
                  + "\\b"),
          claim(
              "to foretell, prevent or heal an ailment",
              "\\b"
                  + AILMENT
                  + "\\b[^.!?]{0,20}\\b(is|are|be|was|were|gets?)\\s+"
                  + "(predict|prevent|detect|foreseen|avert|cured|healed|treated)\\w*"),
          claim("to be medical", "\\b(medical\\w*|clinical\\w*|therap(y|ies|eutic\\w*))\\b"),
          claim("to be validated", "\\b(validated|evidence[- ]based|scientifically|proven)\\b"),
          claim("the best break there is", "\\boptimal\\b|\\bperfect (break|rest)\\b"),
          claim("to know the brain", "\\bbrains?\\b(?!\\s*storm)"),
          claim("a natural cycle of 90 minutes", "\\b(ultradian|natural (90|rhythm|cycle))"),
          claim(
              "a promise of more",
              "\\byou(?:'ll| will| would| can| could)\\s+(\\w+\\s+)?"
                  + "(earn|label|make|do|annotate|finish|get)\\w*\\b[^.!?]{0,30}\\b(more|faster)"),
          claim(
              "a promise of more",
              "\\b(earn|label|annotate)\\s+(up to\\s+)?(more|\\{?\\w+\\}?\\s*(%|percent)\\s+more)"
                  + "|\\bmore (money|pay|productive)\\b|\\bboosts?\\b|\\bincreases? your\\b"),
          claim(
              "a word on safety or fitness",
              "\\bsafe to (continue|work|go on|drive)\\b|\\bfit (for|to) work\\b|\\bunfit\\b"
                  + "|\\bimpair\\w*\\b|\\breadiness\\b"),
          claim(
              "a cause",
              "\\b"
                  + SLOWING
                  + "\\b[^.!?]{0,40}\\b(caus(es|ed|ing)|made you|makes you|leads? to|led to)\\b"),
          claim(
              "a cause",
              "\\bcaused"
                  + " by\\b|\\bcaus(es|ed|ing)\\s+(you|your|a|the|lower|slower|fewer|less|this)\\b|\\b(because|due"
                  + " to|result of)\\b[^.!?]{0,20}\\b"
                  + SLOWING),
          claim(
              "a comparison with others",
              "\\b(other|most|average|typical)\\s+"
                  + "(people|users?|workers?|annotators?|labell?ers?|persons?)\\b"
                  + "|\\b(than|with|to) (others|your peers|colleagues)\\b|\\bpeers\\b"
                  + "|\\branks?\\b|\\branked\\b|\\brankings?\\b|\\bleaderboards?\\b"
                  + "|\\bpercentile\\b|\\btop \\d+ ?%"),
          claim(
              "a score for the employer",
              "\\bemployers?\\b|\\bperformance (score|rating)\\b|\\bproductivity score\\b"
                  + "|\\b(fatigue|focus|burn-?out|strain|wellness|health|stress) scores?\\b"),
          claim(
              "a risk from load",
              "\\b(injury|overtraining|health|burn-?out|error|accident)\\s+risks?\\b"
                  + "|\\brisk of\\b|\\bat risk\\b|\\bdanger zone\\b|\\bsweet spot\\b"
                  + "|\\bovertrain\\w*"),
          claim("a machine that sees it", "\\b(ai|algorithm|model)\\s+(has\\s+)?detect\\w*"),
          claim("a rule of thumb as a finding", "\\b20[-/]20[-/]20\\b|\\b52[-/]17\\b"),
          claim(
              "a sports threshold",
              "\\bacwr\\b|\\bacute[- :/]chronic\\b|\\b(above|below|over|under) 1\\.[35]\\b"),
          claim(
              "blame",
              "\\b(your fault|blam(e|es|ed|ing)|lazy|laziness|slack\\w*|too slow|disappoint\\w*|"
                  + "you (should have|failed|wasted|broke|ruined)|you only (did|managed))\\b"),
          claim(
              "a streak of work",
              "\\b(work|working|sprint)\\s+streaks?\\b|\\bdon't break (the|your)\\b"),
          claim("a verdict", "\\byou (are|have) (burned|burnt) out\\b|\\byou have burn-?out\\b"));

  private ForbiddenClaims() {}

  private static Claim claim(String name, String sounds) {
    return new Claim(name, Pattern.compile(sounds, CASE_INSENSITIVE | UNICODE_CASE));
  }

  /** The claims a text makes, each with the words that make it. */
  static List<String> in(String text) {
    String plain = text.replace('’', '\'').replaceAll("\\s+", " ");
    List<String> found = new ArrayList<>();
    for (Claim claim : ALL) {
      Matcher match = claim.sounds().matcher(plain);
      if (match.find()) {
        found.add(claim.name() + " (\"" + match.group() + "\")");
      }
    }
    return found;
  }
}
