package ch.meinkonto;

import ch.meinkonto.contract.Draw;
import ch.meinkonto.contract.Json;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.JacksonException;

/**
 * {@code bin/city draw}: repeats a draw from the file that is published, and says whether the same
 * is drawn.
 */
public final class CityDraw {

  private CityDraw() {}

  public static void main(String[] arguments) {
    if (arguments.length != 1) {
      System.err.println("One argument: the file of a draw.");
      System.exit(2);
    }
    System.exit(repeat(Path.of(arguments[0]), System.out));
  }

  /** Repeats it; 0 when it is the same, else 1. */
  public static int repeat(Path file, PrintStream out) {
    try {
      return repeat(Json.read(Files.readAllBytes(file), Draw.class), out);
    } catch (JacksonException | IOException e) {
      out.println(file + ": this is no file of a draw");
      return 1;
    }
  }

  private static int repeat(Draw draw, PrintStream out) {
    out.println("%s of %s: up to %d".formatted(draw.offer(), draw.service(), draw.places()));
    out.println("commitment " + draw.commitment());
    if (draw.list() != null) {
      out.println("list " + draw.list().hash() + ", tickets: " + draw.list().tickets().size());
    }
    var flaws = draw.flaws();
    if (!flaws.isEmpty()) {
      flaws.forEach(flaw -> out.println("differs: " + flaw));
      return 1;
    }
    same(Objects.requireNonNull(draw.result()).drawn(), out);
    return 0;
  }

  private static void same(List<String> drawn, PrintStream out) {
    for (var place = 1; place <= drawn.size(); place++) {
      out.println("%d %s".formatted(place, drawn.get(place - 1)));
    }
    out.println("same");
  }
}
