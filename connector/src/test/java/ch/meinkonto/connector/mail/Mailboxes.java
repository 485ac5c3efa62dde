package ch.meinkonto.connector.mail;

import ch.meinkonto.connector.ChannelKind;

/** The kind, for tests of what is common to all. */
public final class Mailboxes {

  private Mailboxes() {}

  public static ChannelKind kind() {
    return new MailKind();
  }
}
