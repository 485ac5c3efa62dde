package ch.meinkonto.security;

import java.util.Arrays;

/**
 * Compares two series of times by rank (Mann–Whitney U): how often one of the first is longer than
 * one of the second, and by how much they typically differ. Ranks do not care for the few very long
 * times that a shared machine brings.
 *
 * @param superiority U divided by the number of pairs: the share of pairs in which the first is the
 *     longer one; one half when nothing tells them apart
 * @param shift the median of all differences (Hodges–Lehmann), in the unit of the series
 */
record MannWhitney(double superiority, double shift) {

  static MannWhitney of(double[] first, double[] second) {
    var differences = new double[first.length * second.length];
    var at = 0;
    var u = 0.0;
    for (var one : first) {
      for (var other : second) {
        differences[at++] = one - other;
        u += one > other ? 1 : one == other ? 0.5 : 0;
      }
    }
    Arrays.sort(differences);
    return new MannWhitney(u / differences.length, differences[differences.length / 2]);
  }

  /** How far from chance, whichever is longer: from zero to one half. */
  double effect() {
    return Math.abs(superiority - 0.5);
  }
}
