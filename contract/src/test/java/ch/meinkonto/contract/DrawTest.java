package ch.meinkonto.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The example was calculated by a few lines of another language, not by this code. */
class DrawTest {

  private static final String FIRST = "M4N5P-6Q7R8";
  private static final String SECOND = "Z8Y7X-6W5V4";

  @Test
  void theSameIsDrawnAgain() {
    assertThat(changed(_ -> {}).flaws()).isEmpty();
  }

  @Test
  void whoWasLeftOutOrAddedIsFound() {
    assertThat(changed(draw -> tickets(draw).remove(4)).flaws())
        .anyMatch(flaw -> flaw.startsWith("list: its hash"));
    assertThat(changed(draw -> tickets(draw).add("ZZZZZ-ZZZZZ")).flaws())
        .anyMatch(flaw -> flaw.startsWith("list: its hash"));
  }

  @Test
  void aListThatIsChangedWithItsHashDrawsOthers() {
    var flaws =
        changed(
                draw -> {
                  tickets(draw).remove(4);
                  ((ObjectNode) draw.get("list")).put("hash", Lots.hash(tickets(changed(draw))));
                })
            .flaws();
    assertThat(flaws).isNotEmpty().allMatch(flaw -> flaw.startsWith("drawn: "));
  }

  @Test
  void aTicketThatStandsThereTwiceIsFound() {
    assertThat(changed(draw -> tickets(draw).add(SECOND)).flaws())
        .anyMatch(flaw -> flaw.startsWith("list: not sorted"));
  }

  @Test
  void anotherSeedIsNotTheOneThatWasPromised() {
    assertThat(changed(draw -> result(draw).put("seed", "00".repeat(32))).flaws())
        .anyMatch(flaw -> flaw.startsWith("commitment: "));
    assertThat(changed(draw -> result(draw).put("seed", "x")).flaws())
        .containsExactly("seed: no hexadecimal number");
  }

  @Test
  void anotherValueDrawsOthers() {
    assertThat(changed(draw -> result(draw).put("value", "1 2 3 4 5 6 + 7")).flaws())
        .isNotEmpty()
        .allMatch(flaw -> flaw.startsWith("drawn: "));
    assertThat(changed(draw -> result(draw).remove("value")).flaws())
        .anyMatch(flaw -> flaw.startsWith("value: "));
  }

  @Test
  void whoIsToldInAnotherOrderIsFound() {
    assertThat(
            changed(draw ->
                    ((ArrayNode) result(draw).get("drawn")).removeAll().add(SECOND).add(FIRST))
                .flaws())
        .containsExactly(
            "drawn: place 1 is " + SECOND + ", and should be " + FIRST,
            "drawn: place 2 is " + FIRST + ", and should be " + SECOND);
    assertThat(changed(draw -> ((ArrayNode) result(draw).get("drawn")).remove(1)).flaws())
        .containsExactly("drawn: 1 tickets, and should be 2");
  }

  @Test
  void whatIsNotDrawnYetCannotBeRepeated() {
    assertThat(changed(draw -> draw.remove("result")).flaws()).hasSize(1);
  }

  private static Draw changed(Consumer<ObjectNode> change) {
    var draw = (ObjectNode) Files.json("examples/draw.json").deepCopy();
    change.accept(draw);
    return changed(draw);
  }

  private static Draw changed(ObjectNode draw) {
    return Json.mapper().treeToValue(draw, Draw.class);
  }

  private static ArrayNode tickets(ObjectNode draw) {
    return (ArrayNode) draw.get("list").get("tickets");
  }

  private static List<String> tickets(Draw draw) {
    return draw.list() == null ? List.of() : draw.list().tickets();
  }

  private static ObjectNode result(ObjectNode draw) {
    return (ObjectNode) draw.get("result");
  }
}
