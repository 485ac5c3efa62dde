package ch.meinkonto.directory;

/**
 * The city’s look.
 *
 * @param css custom properties only
 * @param etag changes when the look does
 */
public record Theme(String css, String etag) {}
