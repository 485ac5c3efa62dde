package ch.meinkonto.federation;

/** A provider does not answer, or not as the standard says. */
final class Unreachable extends Exception {

  private static final long serialVersionUID = 1;

  Unreachable(String provider, Throwable cause) {
    super("The provider of identities “" + provider + "” does not answer as it should", cause);
  }
}
