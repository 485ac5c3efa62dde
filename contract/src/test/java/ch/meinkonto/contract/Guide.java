package ch.meinkonto.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** A document whose examples are run. Each has a test that runs them; none may be left out. */
public final class Guide {

  /** What a program prints; there is nothing to run. */
  private static final String OUTPUT = "text";

  private static final String FENCE = "```";
  private static final Pattern UNFENCED = Pattern.compile(" {4,}(?![-*] |\\d+\\. ).*");

  /**
   * An example.
   *
   * @param language after the fence; empty for what has no fence and is code nevertheless
   * @param line where it begins
   * @param text its lines, without what indents all of them
   */
  public record Example(String language, int line, String text) {}

  private Guide() {}

  /**
   * The examples of a document, in order.
   *
   * @param languages those that the caller runs, or knows to be run
   * @throws AssertionError if there is an example that nobody runs, with file and line
   */
  public static List<Example> examples(Path document, String... languages) throws IOException {
    List<Example> examples = read(Files.readAllLines(document));
    List<String> run = Arrays.asList(languages);
    for (Example example : examples) {
      if (!run.contains(example.language()) && !example.language().equals(OUTPUT)) {
        throw new AssertionError(
            "%s:%d: nobody runs an example in “%s”"
                .formatted(document, example.line(), example.language()));
      }
    }
    return examples;
  }

  /** What of them is in one language. */
  public static List<String> texts(List<Example> examples, String language) {
    return examples.stream()
        .filter(example -> example.language().equals(language))
        .map(Example::text)
        .toList();
  }

  /** The examples that a source file holds between {@code // begin} and {@code // end}. */
  public static List<String> samples(Path source) throws IOException {
    return Pattern.compile("(?s)// begin\n(.*?)\n *// end")
        .matcher(Files.readString(source))
        .results()
        .map(sample -> sample.group(1).stripIndent())
        .toList();
  }

  static List<Example> read(List<String> lines) {
    List<Example> examples = new ArrayList<>();
    String before = "";
    for (int at = 0; at < lines.size(); at++) {
      String line = lines.get(at);
      String bare = line.strip();
      int begin = at + 1;
      if (bare.startsWith(FENCE)) {
        do {
          at++;
        } while (!lines.get(at).strip().equals(FENCE));
        String text = String.join("\n", lines.subList(begin, at)).stripIndent();
        examples.add(new Example(bare.substring(FENCE.length()), begin, text));
      } else if (before.isEmpty() && UNFENCED.matcher(line).matches()) {
        examples.add(new Example("", begin, bare));
      }
      before = bare;
    }
    return examples;
  }
}
