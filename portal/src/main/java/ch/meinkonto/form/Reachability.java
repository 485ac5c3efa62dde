package ch.meinkonto.form;

import ch.meinkonto.form.expression.Expression;
import ch.meinkonto.form.expression.Scope;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether conditions can ever hold together: tries every combination of answers where they speak of
 * choices and yes-or-no only. Of anything else it believes that it can.
 */
final class Reachability {

  private static final int MAX_COMBINATIONS = 5_000;
  private static final ZonedDateTime ANY_DAY =
      ZonedDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

  private Reachability() {}

  static boolean canHold(Form form, List<Expression> conditions) {
    var names = Order.names(conditions.stream(), 0);
    List<Map<String, @Nullable Object>> combinations = List.of(new HashMap<>());
    for (var name : names) {
      var answers = form.field(name).flatMap(Reachability::answers);
      if (answers.isEmpty() || combinations.size() * answers.get().size() > MAX_COMBINATIONS) {
        return true;
      }
      combinations = multiplied(combinations, name, answers.get());
    }
    return names.isEmpty()
        || combinations.stream()
            .map(values -> Scope.of(ANY_DAY, values))
            .anyMatch(scope -> conditions.stream().allMatch(condition -> condition.holds(scope)));
  }

  private static List<Map<String, @Nullable Object>> multiplied(
      List<Map<String, @Nullable Object>> combinations, String name, List<Object> answers) {
    var more = new ArrayList<Map<String, @Nullable Object>>();
    for (var combination : combinations) {
      more.add(combination);
      for (var answer : answers) {
        var copy = new HashMap<>(combination);
        copy.put(name, answer);
        more.add(copy);
      }
    }
    return more;
  }

  private static Optional<List<Object>> answers(Field field) {
    return switch (field) {
      case Field.ChoiceField choice ->
          Optional.of(choice.options().stream().<Object>map(Field.Option::id).toList());
      case Field.YesNoField yesNo -> Optional.of(Stream.<Object>of(true, false).toList());
      default -> Optional.empty();
    };
  }
}
