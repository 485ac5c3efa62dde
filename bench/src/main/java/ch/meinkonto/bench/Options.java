package ch.meinkonto.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers from the command line: {@code --accounts 1000000}. */
record Options(Map<String, Integer> values) {

  static Options of(List<String> arguments) {
    var values = new HashMap<String, Integer>();
    for (int i = 0; i + 1 < arguments.size(); i += 2) {
      values.put(
          arguments.get(i).replaceFirst("^--", ""),
          Integer.valueOf(arguments.get(i + 1).replaceAll("[_']", "")));
    }
    return new Options(values);
  }

  int get(String name, int otherwise) {
    return values.getOrDefault(name, otherwise);
  }
}
