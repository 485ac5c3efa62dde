package ch.meinkonto.statistics;

/**
 * What everybody may see of a cell.
 *
 * @param count rounded to a multiple of five
 * @param small whether it was less than five, but not none
 */
record Figure(Cell cell, long count, boolean small) {}
