package ch.meinkonto.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/**
 * What is guaranteed: whoever sees everything that is published, knows all counts but one, and
 * knows how rounding works, still cannot tell that one. Where it was small, it may have been 1, 2,
 * 3 or 4; elsewhere at least five counts fit.
 */
class RoundingTest {

  private static final YearMonth MONTH = YearMonth.of(2026, 10);
  private static final int CELLS = 8;
  private static final List<Integer> DRAWS = List.of(0, 1, 2, 3, 4);

  @RepeatedTest(40)
  void everyCellKeepsItsSecretWhateverIsSummedUp(RepetitionInfo run) {
    var random = new SplittableRandom(run.getCurrentRepetition());
    var counts = random.ints(CELLS, 0, random.nextInt(1, 40)).asLongStream().boxed().toList();
    var draws = random.ints(CELLS, 0, Rounding.BASE).boxed().toList();
    var published = published(counts, draws);
    for (var secret = 0; secret < counts.size(); secret++) {
      var fitting = fitting(counts, draws, secret, published);
      var count = counts.get(secret);
      if (count > 0 && count < Rounding.BASE) {
        assertThat(fitting).containsExactly(1L, 2L, 3L, 4L);
      } else if (count > 0) {
        assertThat(fitting).hasSizeGreaterThanOrEqualTo(5).contains(count);
      }
    }
  }

  /** The counts that this cell may have had, so that everything published is the same. */
  private static Set<Long> fitting(
      List<Long> counts, List<Integer> draws, int secret, List<Object> published) {
    var fitting = new TreeSet<Long>();
    for (long other = 0; other < 45; other++) {
      for (var draw : DRAWS) {
        var otherCounts = new ArrayList<>(counts);
        var otherDraws = new ArrayList<>(draws);
        otherCounts.set(secret, other);
        otherDraws.set(secret, draw);
        if (published(otherCounts, otherDraws).equals(published)) {
          fitting.add(other);
        }
      }
    }
    return fitting;
  }

  /** The figures, and the sums of all their beginnings and ends, as filters would give them. */
  private static List<Object> published(List<Long> counts, List<Integer> draws) {
    var all = new ArrayList<>();
    var amounts = new ArrayList<Amount>();
    for (var i = 0; i < counts.size(); i++) {
      var cell = new Cell(MONTH, Measure.SENT, "dienst-" + i, "amt", "");
      var figure = Rounding.rounded(cell, counts.get(i), draws.get(i));
      var isNothing = counts.get(i) == 0; // what never happened has no row
      all.add(isNothing ? "" : figure);
      amounts.add(isNothing ? Amount.NONE : new Amount(figure.count(), 1, figure.small()));
    }
    for (var from = 0; from < amounts.size(); from++) {
      for (var to = from + 1; to <= amounts.size(); to++) {
        var sum = amounts.subList(from, to).stream().reduce(Amount.NONE, Amount::plus);
        all.add(sum.small() ? "<" : sum.count());
      }
    }
    return all;
  }

  @Test
  void itIsRightOnAverage() {
    var cell = new Cell(MONTH, Measure.SENT);
    for (long count = 0; count < 100; count++) {
      var exact = count;
      var sum = DRAWS.stream().mapToLong(draw -> Rounding.rounded(cell, exact, draw).count()).sum();
      assertThat(sum).isEqualTo(count * DRAWS.size());
    }
  }

  @Test
  void aSmallCellIsNeverShownAsANumber() {
    for (long count = 1; count < Rounding.BASE; count++) {
      for (var draw : DRAWS) {
        var figure = Rounding.rounded(new Cell(MONTH, Measure.SENT), count, draw);
        assertThat(new Amount(figure.count(), 1, figure.small()).small()).isTrue();
      }
    }
  }

  @Test
  void nothingAndManyAreShown() {
    assertThat(Amount.NONE.small()).isFalse();
    assertThat(new Amount(5, 1, false).small()).isFalse();
    assertThat(new Amount(10, 3, true).small()).isFalse();
    assertThat(new Amount(0, 3, true).small()).isTrue();
  }
}
