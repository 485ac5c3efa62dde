package ch.meinkonto.form;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says of a problem where it is, for a summary that stands far from the field: which address, which
 * person of several, which question.
 */
final class ProblemPlaces {

  private final Presentation presentation;
  private final Frame frame;

  ProblemPlaces(Presentation presentation, Frame frame) {
    this.presentation = presentation;
    this.frame = frame;
  }

  /** The words, after what they are about unless they say so themselves. */
  String named(String path, String words) {
    var names = new ArrayList<String>();
    collect(path, frame, names);
    return names.stream()
        .filter(name -> !words.contains(name))
        .map(ProblemPlaces::leading)
        .collect(Collectors.joining("", "", words));
  }

  private void collect(String path, Frame level, List<String> names) {
    var asked = asked(path, level);
    if (asked == null) {
      return;
    }
    if (asked.field() instanceof Field.GroupField group) {
      var inside = path.substring(asked.path().length()).split("\\.", 3);
      if (inside.length == 3 && inside[1].matches("\\d{1,3}")) {
        var index = Integer.parseInt(inside[1]);
        if (index < asked.items().size()) {
          names.add(presentation.itemTitle(group, asked, index));
          collect(path, asked.items().get(index), names);
          return;
        }
      }
    }
    names.add(presentation.text(asked.field().common().label(), asked.scope()));
  }

  private static Frame.@Nullable Asked asked(String path, Frame level) {
    return level.asked().values().stream()
        .filter(asked -> Assessment.isAt(path, asked.path()))
        .findFirst()
        .orElse(null);
  }

  private static String leading(String name) {
    return name + (name.matches("(?s).*[.?!:]") ? " " : ": ");
  }
}
