package ch.meinkonto.connector.mail;

import ch.meinkonto.connector.Channel;
import ch.meinkonto.connector.ChannelKind;
import ch.meinkonto.connector.ChannelRefused;
import ch.meinkonto.connector.Surroundings;
import ch.meinkonto.connector.handover.ForcedDisk;
import ch.meinkonto.connector.mapping.Mappings;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A unit's mailbox, as the file describes it.
 *
 * @param from the connector's own address: requests come from it, replies go to it
 * @param identity with what the connector signs, and opens replies
 * @param unit the unit's mailbox
 * @param offices those of its offices that have a mailbox of their own
 * @param signers whose replies are believed
 * @param smtp takes mail
 * @param replies the mailbox of {@code from}
 * @param poll how often it is looked for replies
 * @param largest the largest mail, either way, in bytes
 * @param mappings how requests are written for the unit's system
 */
record MailPlan(
    String from,
    Identity identity,
    Recipient unit,
    Map<String, Recipient> offices,
    List<X509Certificate> signers,
    Server smtp,
    Server replies,
    Duration poll,
    int largest,
    Mappings mappings)
    implements ChannelKind.Plan {

  MailPlan {
    offices = Map.copyOf(offices);
    signers = List.copyOf(signers);
  }

  @Override
  public Channel open(Surroundings surroundings) throws ChannelRefused {
    return MailChannel.open(this, surroundings, new ForcedDisk());
  }

  @Override
  public String toString() {
    return "mail to %s by %s, replies at %s".formatted(unit, smtp, replies);
  }
}
