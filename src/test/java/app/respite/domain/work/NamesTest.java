package app.respite.domain.work;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NamesTest {
  @Test
  void b88NamesThatLookAlikeAreAlike() {
    String[][] alike = {
      {"Café", "Cafe\u0301"},
      {"Boxes", "Boxes\u00a0"},
      {"Boxes", " boxes "},
      {"Two words", "Two\u2003  words"},
      {"Boxes", "Bo\u200bxes\ufeff"},
      {"Boxes", "\u202eBoxes\u202c"},
      {"STRASSE", "strasse"},
      {"Boxes", "Ｂｏｘｅｓ"},
    };
    for (String[] pair : alike) {
      assertThat(Names.key(pair[0])).as(pair[1]).isEqualTo(Names.key(pair[1]));
    }
    assertThat(Names.key("Boxes 1")).isNotEqualTo(Names.key("Boxes 2"));
    assertThat(Names.key("Cafe")).isNotEqualTo(Names.key("Café"));
  }

  @Test
  void b88WhatIsShownHoldsNothingThatSteersAScreen() {
    assertThat(Names.clean("Bo\u001b[31mxes\r\nA\u202e")).isEqualTo("Bo[31mxes A");
    assertThat(Names.cleanText("one\ntwo\t3\u001b]0;x\u0007\u2066")).isEqualTo("one\ntwo\t3]0;x");
  }

  @Test
  void cleaningTwiceChangesNothing() {
    for (String name : new String[] {"a\u200b b", "\u00a0x\u00a0", "ﬁ n", "e\u0301\u200d"}) {
      assertThat(Names.clean(Names.clean(name))).isEqualTo(Names.clean(name));
      assertThat(Names.key(Names.key(name))).isEqualTo(Names.key(name));
    }
  }
}
