package ch.meinkonto.simulator.office;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an office's system may do wrong, to see that everybody else stands it. */
public enum Fault {
  SLOW("langsam", "Antwortet erst nach fünf Sekunden."),
  DOWN("weg", "Antwortet nicht, oder lässt niemanden herein."),
  REJECTING("lehnt ab", "Lehnt jeden neuen Antrag ab."),
  GARBLED("unlesbar", "Sagt zuerst Unsinn. Das Richtige folgt, wenn Sie dies ausschalten."),
  DUPLICATE("doppelt", "Sagt alles zweimal."),
  OUT_OF_ORDER("verkehrt herum", "Sagt das Zweite vor dem Ersten.");

  private final String text;
  private final String explanation;

  Fault(String text, String explanation) {
    this.text = text;
    this.explanation = explanation;
  }

  /** As the page calls it. */
  public String text() {
    return text;
  }

  /** What it does, for the page. */
  public String explanation() {
    return explanation;
  }

  /** As a form names it, such as {@code out-of-order}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Fault> ofCode(String code) {
    return Arrays.stream(values()).filter(fault -> fault.code().equals(code)).findFirst();
  }
}
