package ch.meinkonto.platform.database;

/**
 * A table of which the running portal may do less than read, add, change and delete rows.
 *
 * @param name the table
 * @param rights as {@code GRANT} wants them, such as {@code SELECT, INSERT, UPDATE (sequence)}
 */
public record NarrowTable(String name, String rights) {}
