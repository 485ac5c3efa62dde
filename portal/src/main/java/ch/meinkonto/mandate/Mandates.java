package ch.meinkonto.mandate;

import ch.meinkonto.account.AccountClosed;
import ch.meinkonto.account.AccountId;
import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.platform.Base32;
import ch.meinkonto.platform.crypto.LookupHash;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The mandates: prepared, accepted by a code, confirmed, ended. */
@Component
public class Mandates {

  /** Forty bits: limits on trying, and the giver who looks who accepted, do the rest. */
  private static final int CODE_BYTES = 5;

  private static final SecureRandom RANDOM = new SecureRandom();

  private final MandateRows rows;
  private final MandateNotices notices;
  private final MandateSettings settings;
  private final LookupHash hash;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Mandates(
      MandateRows rows,
      MandateNotices notices,
      MandateSettings settings,
      LookupHash hash,
      ApplicationEventPublisher events,
      Clock clock) {
    this.rows = rows;
    this.notices = notices;
    this.settings = settings;
    this.hash = hash;
    this.events = events;
    this.clock = clock;
  }

  /** Whether somebody may still act by this mandate, for whatever service. */
  public boolean lasts(UUID mandate, AccountId holder) {
    return rows.find(mandate, holder)
        .filter(found -> found.state() == MandateState.ACTIVE && holder.equals(found.holder()))
        .isPresent();
  }

  /** Prepares one; gives the code to hand over, in groups. It is kept nowhere. */
  @Transactional
  String prepare(AccountId giver, List<ServiceId> services, LocalDate lastDay) {
    var bytes = new byte[CODE_BYTES];
    RANDOM.nextBytes(bytes);
    var code = Base32.CLEAR.encode(bytes);
    rows.add(giver, services, lastDay, hashed(code), clock.instant().plus(settings.patience()));
    notices.prepared(giver);
    return Base32.inGroups(code, "-");
  }

  /** What this code is for; empty when it is none, or none any more. */
  Optional<Mandate> ofCode(String typed) {
    return rows.ofCode(hashed(typed));
  }

  /**
   * Accepts what this code is for; false when it is none any more, or one’s own. It counts once its
   * giver has seen who accepted.
   */
  @Transactional
  boolean accept(String typed, AccountId holder) {
    var accepted = rows.accept(hashed(typed), holder, clock.instant().plus(settings.patience()));
    accepted.ifPresent(mandate -> notices.accepted(mandate.giver(), holder));
    return accepted.isPresent();
  }

  /** Its giver says that who accepted it is who they meant; false when it is over meanwhile. */
  @Transactional
  boolean confirm(UUID id, AccountId giver) {
    var confirmed = rows.confirm(id, giver);
    confirmed.ifPresent(notices::given);
    return confirmed.isPresent();
  }

  /** One of the two ends it; false when it is not theirs, or over already. */
  @Transactional
  boolean end(UUID id, AccountId by) {
    var ended = rows.find(id, by).flatMap(mandate -> remove(mandate.id()));
    ended.ifPresent(mandate -> notices.ended(mandate, by));
    return ended.isPresent();
  }

  /** It has run out, or nobody accepted or confirmed it in time. */
  @Transactional
  void expire(UUID id) {
    remove(id).ifPresent(notices::expired);
  }

  /** In the transaction that closes the account of one of the two. */
  @EventListener
  void on(AccountClosed event) {
    var closed = new AccountId(event.accountId());
    for (var mandate : rows.all(closed)) {
      remove(mandate.id());
      notices.closed(mandate.other(closed));
    }
  }

  private Optional<Mandate> remove(UUID id) {
    var removed = rows.remove(id);
    removed.ifPresent(mandate -> events.publishEvent(new MandateEnded(mandate.id())));
    return removed;
  }

  private byte[] hashed(String code) {
    return hash.of("mandate-code", Base32.meant(code));
  }
}
