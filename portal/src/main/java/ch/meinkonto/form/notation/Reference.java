package ch.meinkonto.form.notation;

import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A payment reference whose last digit checks the others (modulo 10, recursive).
 *
 * @param name {@code qrr} for the 27 digits of a QR-bill, {@code esr-mod10} for shorter ones
 * @param atLeast the fewest digits
 * @param atMost the most digits
 */
public record Reference(String name, int atLeast, int atMost) implements Notation {

  /** The reference of a QR-bill. */
  public static final Reference QRR = new Reference("qrr", 27, 27);

  /** A reference of the same making, of any length. */
  public static final Reference ESR = new Reference("esr-mod10", 4, 27);

  @Override
  public Optional<String> canonical(String typed) {
    return Optional.of(Notation.compact(typed))
        .filter(digits -> digits.matches("[0-9]{" + atLeast + "," + atMost + "}"))
        .filter(digits -> !digits.matches("0+"))
        .filter(digits ->
            CheckDigits.recursiveMod10(digits.substring(0, digits.length() - 1))
                == digits.charAt(digits.length() - 1) - '0');
  }

  @Override
  public String shown(String canonical) {
    return Notation.grouped(canonical, 5);
  }

  @Override
  public String pattern() {
    return "^[0-9]{" + atLeast + "," + atMost + "}$";
  }

  @Override
  public String sample(RandomGenerator random) {
    var digits =
        IntStream.range(0, atMost - 1)
            .mapToObj(i -> i == 0 ? "1" : String.valueOf(random.nextInt(10)))
            .collect(Collectors.joining());
    return digits + CheckDigits.recursiveMod10(digits);
  }
}
