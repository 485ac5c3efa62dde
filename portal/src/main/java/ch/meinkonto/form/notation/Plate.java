package ch.meinkonto.form.notation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** A Swiss number plate: canton and one to six digits, {@code ZH 123456}. */
public record Plate() implements Notation {

  private static final List<String> CANTONS =
      List.of(
          "AG", "AI", "AR", "BE", "BL", "BS", "FR", "GE", "GL", "GR", "JU", "LU", "NE", "NW", "OW",
          "SG", "SH", "SO", "SZ", "TG", "TI", "UR", "VD", "VS", "ZG", "ZH");

  @Override
  public String name() {
    return "plate";
  }

  @Override
  public Optional<String> canonical(String typed) {
    return Optional.of(Notation.compact(typed.replaceAll("[·•*]", "")).toUpperCase(Locale.ROOT))
        .filter(plate -> plate.matches("[A-Z]{2}[1-9][0-9]{0,5}"))
        .filter(plate -> CANTONS.contains(plate.substring(0, 2)))
        .map(plate -> plate.substring(0, 2) + " " + plate.substring(2));
  }

  @Override
  public String pattern() {
    return "^(" + String.join("|", CANTONS) + ") [1-9][0-9]{0,5}$";
  }

  @Override
  public String sample(RandomGenerator random) {
    return CANTONS.get(random.nextInt(CANTONS.size())) + " " + random.nextInt(1, 1_000_000);
  }

  @Override
  public Optional<String> inputMode() {
    return Optional.empty();
  }
}
