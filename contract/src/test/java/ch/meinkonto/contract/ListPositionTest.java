package ch.meinkonto.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.meinkonto.contract.UnitEvent.ListPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

class ListPositionTest {

  private static ListPosition read(String places) {
    return Json.read(
        "{\"requestId\":\"%s\",\"places\":%s}".formatted(Samples.REQUEST, places),
        ListPosition.class);
  }

  @Test
  void aPlaceMaySayHowLongItsListIs() {
    var said =
        read("[{\"list\":\"A\",\"position\":3},{\"list\":\"B\",\"position\":4,\"length\":4}]");
    assertThat(said.places())
        .containsExactly(new ListPosition.Place("A", 3, null), new ListPosition.Place("B", 4, 4));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "[]",
        "[null]",
        "[{\"list\":\"A\"}]",
        "[{\"position\":1}]",
        "[{\"list\":\"A\",\"position\":0}]",
        "[{\"list\":\"A\",\"position\":\"vorn\"}]",
        "[{\"list\":\"A\",\"position\":5,\"length\":4}]",
        "[{\"list\":\"A\",\"position\":1000001}]",
        "[{\"list\":\" \",\"position\":1}]",
        "[{\"list\":\"A\\nB\",\"position\":1}]"
      })
  void aPlaceThatCannotBeIsNotRead(String places) {
    assertThatThrownBy(() -> read(places)).isInstanceOf(JacksonException.class);
  }
}
