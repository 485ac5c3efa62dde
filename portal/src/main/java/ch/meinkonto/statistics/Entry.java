package ch.meinkonto.statistics;

/**
 * What stands in a cell of a table.
 *
 * @param shown as people read it
 * @param plain as programs do
 */
public record Entry(String shown, String plain) {}
