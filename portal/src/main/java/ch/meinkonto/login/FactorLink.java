package ch.meinkonto.login;

/**
 * A second factor as a page offers it.
 *
 * @param texts with what its texts begin
 * @param icon the picture on its button
 * @param href where it leads to
 */
public record FactorLink(String texts, String icon, String href) {

  static FactorLink of(SecondFactor factor, String href) {
    return new FactorLink(factor.texts(), factor.icon(), href);
  }
}
