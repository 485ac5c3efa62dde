package ch.meinkonto.platform.library;

/**
 * A library that the portal is made of.
 *
 * @param name group and artifact, with a colon between
 */
public record Library(String name, String version) {}
