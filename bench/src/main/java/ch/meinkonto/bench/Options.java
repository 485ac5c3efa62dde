package ch.meinkonto.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the command line says: {@code --accounts 1000000}. */
record Options(Map<String, String> values) {

  static Options of(List<String> arguments) {
    var values = new HashMap<String, String>();
    for (int i = 0; i + 1 < arguments.size(); i += 2) {
      values.put(arguments.get(i).replaceFirst("^--", ""), arguments.get(i + 1));
    }
    return new Options(values);
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name));
  }

  int get(String name, int otherwise) {
    return text(name).map(text -> Integer.valueOf(text.replaceAll("[_']", ""))).orElse(otherwise);
  }
}
