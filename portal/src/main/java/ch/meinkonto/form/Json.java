package ch.meinkonto.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** JSON values as Java has them: maps, lists, texts, exact numbers, truth. */
final class Json {

  private Json() {}

  /** A number without exponent and without zeros at its end. */
  static BigDecimal plain(BigDecimal number) {
    var stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /** Whether two values say the same; 2 and 2.00 do. */
  static boolean same(@Nullable Object a, @Nullable Object b) {
    return switch (a) {
      case Map<?, ?> map ->
          b instanceof Map<?, ?> other
              && map.keySet().equals(other.keySet())
              && map.keySet().stream().allMatch(key -> same(map.get(key), other.get(key)));
      case List<?> list ->
          b instanceof List<?> other
              && list.size() == other.size()
              && java.util.stream.IntStream.range(0, list.size())
                  .allMatch(i -> same(list.get(i), other.get(i)));
      case Number number ->
          b instanceof Number other
              && new BigDecimal(number.toString()).compareTo(new BigDecimal(other.toString())) == 0;
      case null, default -> Objects.equals(a, b);
    };
  }
}
