package ch.meinkonto.login;

/**
 * A second factor as a page offers it.
 *
 * @param texts with what its texts begin
 * @param href where it leads to
 */
public record FactorLink(String texts, String href) {}
