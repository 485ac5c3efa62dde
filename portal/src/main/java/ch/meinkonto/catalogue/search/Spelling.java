package ch.meinkonto.catalogue.search;

/** How much one word looks like another. */
final class Spelling {

  private Spelling() {}

  /** 1 for the same word, towards 0 the more letters differ; neighbours swapped count once. */
  static float likeness(String one, String other) {
    var longest = Math.max(one.length(), other.length());
    return longest == 0 ? 1 : 1 - (float) distance(one, other) / longest;
  }

  /** Damerau–Levenshtein (optimal string alignment). */
  static int distance(String one, String other) {
    var rows = new int[one.length() + 1][other.length() + 1];
    for (var i = 0; i <= one.length(); i++) {
      rows[i][0] = i;
    }
    for (var j = 0; j <= other.length(); j++) {
      rows[0][j] = j;
    }
    for (var i = 1; i <= one.length(); i++) {
      for (var j = 1; j <= other.length(); j++) {
        var same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        var best = Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1);
        best = Math.min(best, rows[i - 1][j - 1] + same);
        if (i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1)) {
          best = Math.min(best, rows[i - 2][j - 2] + 1);
        }
        rows[i][j] = best;
      }
    }
    return rows[one.length()][other.length()];
  }
}
