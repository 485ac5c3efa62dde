package ch.meinkonto.connector.mapping;

/** A template and a request do not fit together; the message names the template, not the values. */
public final class MappingFailed extends Exception {

  MappingFailed(String message) {
    super(message);
  }
}
