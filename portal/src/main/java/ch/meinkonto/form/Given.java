package ch.meinkonto.form;

import java.util.List;

/** What somebody gave as an answer to a field. */
public sealed interface Given {

  /** Nothing. */
  record Nothing() implements Given {}

  /**
   * Something that can’t be an answer.
   *
   * @param faults what is wrong, at the field or at its parts
   */
  record Unreadable(List<Fault> faults) implements Given {

    static Unreadable because(String rule, Object... limits) {
      return new Unreadable(List.of(new Fault("", rule, List.of(limits))));
    }
  }

  /**
   * An answer.
   *
   * @param json as it is sent on
   * @param value as expressions see it
   */
  record Answer(Object json, Object value) implements Given {

    static Answer of(Object both) {
      return new Answer(both, both);
    }
  }

  /**
   * A fault.
   *
   * @param part the part of the field, as {@code plz}; empty for the field itself
   */
  record Fault(String part, String rule, List<Object> limits) {}
}
