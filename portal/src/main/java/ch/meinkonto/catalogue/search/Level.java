package ch.meinkonto.catalogue.search;

/** Where in an entry a word stands, and what a match there is worth. */
enum Level {
  NAME(10),
  WORDS(8),
  SYNONYM(6),
  BELONGS(4),
  SUMMARY(3),
  REST(1);

  final float weight;

  Level(float weight) {
    this.weight = weight;
  }

  String field(String language) {
    return name() + "." + language;
  }

  String stems(String language) {
    return field(language) + ".stem";
  }

  String parts(String language) {
    return field(language) + ".part";
  }

  /** Search words that are one word and not the beginning of several. */
  String alone(String language) {
    return field(language) + ".alone";
  }
}
