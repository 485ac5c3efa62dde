package ch.meinkonto.platform.crypto;

import java.util.function.Function;

/**
 * A column whose values lie sealed with the master key itself. The class that seals them declares
 * it as a bean: a rotation of the master key seals anew what it finds in these columns, and nothing
 * else.
 *
 * @param what what lies there, for operators
 * @param table the table
 * @param key its column that names a row
 * @param keyType what the key is
 * @param column the sealed column
 * @param condition which rows: the others hold nothing, or something under another key
 * @param context what {@link MasterKey#seal} was given for a row
 */
public record SealedColumn<K>(
    String what,
    String table,
    String key,
    Class<K> keyType,
    String column,
    String condition,
    Function<K, String> context) {

  /** The column {@code sealed} or the like of all rows of a table. */
  public static <K> SealedColumn<K> of(
      String what,
      String table,
      String key,
      Class<K> keyType,
      String column,
      Function<K, String> context) {
    return new SealedColumn<>(what, table, key, keyType, column, "true", context);
  }
}
