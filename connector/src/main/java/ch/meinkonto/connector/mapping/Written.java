package ch.meinkonto.connector.mapping;

/**
 * A request as the unit's system reads it.
 *
 * @param format XML, CSV or JSON; the content is well-formed in it
 * @param content in UTF-8; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
public record Written(Format format, byte[] content) {

  /** Says what it is, never what is in it. */
  @Override
  public String toString() {
    return "Written[" + format + ", " + content.length + " bytes]";
  }
}
