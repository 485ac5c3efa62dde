package ch.meinkonto.directory;

/** What came of something that was to happen to registered keys. */
public sealed interface KeyOutcome {

  /** It is as was asked; the registration as it stands now. */
  record Done(KeyRegistration registration) implements KeyOutcome {}

  /** Nothing changed; a code that says why. */
  record Refused(String reason) implements KeyOutcome {}
}
