package ch.meinkonto.request;

/**
 * A document that a unit sends with a message.
 *
 * @param name file name, without path
 * @param mediaType as the unit says; not to be believed when it is shown
 */
@SuppressWarnings("ArrayRecordComponent") // the content is handed on, never compared
public record UnitDocument(String name, String mediaType, byte[] content) {

  @Override
  public String toString() {
    return "UnitDocument[" + mediaType + ", " + content.length + " bytes]";
  }
}
