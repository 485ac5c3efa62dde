package ch.meinkonto.account;

import ch.meinkonto.account.AccountRows.Column;
import ch.meinkonto.account.AccountRows.Preferences;
import ch.meinkonto.platform.crypto.LookupHash;
import ch.meinkonto.platform.web.NotFound;
import ch.meinkonto.trust.TrustEntry;
import ch.meinkonto.trust.TrustLog;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The accounts: opened once, found by id or e-mail address, changed by their owner, closed. */
@Component
public class Accounts {

  private final JdbcClient jdbc;
  private final AccountRows rows;
  private final DataKeys keys;
  private final Subjects subjects;
  private final TrustLog trust;
  private final LookupHash hash;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Accounts(
      JdbcClient jdbc,
      AccountRows rows,
      DataKeys keys,
      Subjects subjects,
      TrustLog trust,
      LookupHash hash,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.keys = keys;
    this.subjects = subjects;
    this.trust = trust;
    this.hash = hash;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Opens an account and publishes {@link AccountOpened}.
   *
   * @throws EmailTaken when another account has the address; the caller's transaction can go on
   */
  @Transactional(noRollbackFor = EmailTaken.class)
  public AccountId open(NewAccount account) {
    var id = AccountId.next();
    var inserted =
        jdbc.sql(
                """
                INSERT INTO account (id, kind, data_key, email_lookup, name, company, email, preferences, opened_at)
                VALUES (:id, :kind, :dataKey, :lookup, :name, :company, :email, :preferences, :now)
                ON CONFLICT (email_lookup) DO NOTHING
                """)
            .param("id", id.value())
            .param("kind", account.kind().code())
            .param("dataKey", keys.create(id))
            .param("lookup", lookup(account.email()))
            .param("name", rows.sealed(id, Column.NAME, account.name()))
            .param("company", rows.sealed(id, Column.COMPANY, account.company()), Types.BINARY)
            .param("email", rows.sealed(id, Column.EMAIL, account.email().value()))
            .param(
                "preferences",
                rows.sealed(
                    id,
                    Column.PREFERENCES,
                    new Preferences(account.language().toLanguageTag(), NotifyBy.EVERYTHING)))
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .update();
    if (inserted == 0) {
      keys.forget(id);
      throw new EmailTaken();
    }
    log(id, "account-opened");
    events.publishEvent(new AccountOpened(id.value()));
    return id;
  }

  /** The account, empty when it is closed. */
  public Optional<Account> find(AccountId id) {
    return rows.find(id);
  }

  /** What others read of an account; empty when it is closed, or nobody’s. */
  public Optional<String> called(@Nullable AccountId id) {
    return Optional.ofNullable(id).flatMap(this::find).map(Account::called);
  }

  /** The account whose page this is; closed meanwhile, the page is not found. */
  public Account ofPage(AccountId id) {
    return find(id).orElseThrow(NotFound::new);
  }

  /** The account with this address. */
  public Optional<AccountId> byEmail(EmailAddress email) {
    return rows.byEmail(lookup(email));
  }

  /** When its e-mail address was last changed; empty when it has always been the same. */
  public Optional<Instant> emailChangedAt(AccountId id) {
    return changedAt(id, "email_changed_at");
  }

  /** When its postal address was last set or changed; empty when there never was one. */
  public Optional<Instant> addressChangedAt(AccountId id) {
    return changedAt(id, "address_changed_at");
  }

  private Optional<Instant> changedAt(AccountId id, String column) {
    return jdbc.sql(
            "SELECT %1$s FROM account WHERE id = :id AND %1$s IS NOT NULL".formatted(column))
        .param("id", id.value())
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant);
  }

  /**
   * Under which name a unit knows the account: random, the same each time, another one for each
   * unit.
   *
   * @throws NoSuchAccount when the account is closed
   */
  public String subjectFor(AccountId id, String unitId) {
    return subjects.of(id, unitId);
  }

  /**
   * Changes what the person, and the company of a business account, is called; publishes {@link
   * AccountChanged}.
   */
  @Transactional
  public void changeName(AccountId id, PersonName name, @Nullable String company) {
    rows.set(id, Column.NAME, name);
    rows.set(id, Column.COMPANY, company);
    log(id, "name-changed");
    events.publishEvent(new AccountChanged(id.value()));
  }

  /** Changes phone number and postal address. */
  @Transactional
  public void changeContact(AccountId id, @Nullable String phone, @Nullable PostalAddress address) {
    var known = rows.find(id).map(Account::address).orElse(null);
    rows.set(id, Column.PHONE, phone);
    rows.set(id, Column.ADDRESS, address);
    if (!Objects.equals(known, address)) {
      jdbc.sql("UPDATE account SET address_changed_at = :now WHERE id = :id")
          .param("now", clock.instant().atOffset(ZoneOffset.UTC))
          .param("id", id.value())
          .update();
    }
    log(id, "contact-changed");
  }

  /** Changes the language and of what the person wants to hear. */
  @Transactional
  public void changePreferences(AccountId id, Locale language, NotifyBy notifyBy) {
    rows.set(id, Column.PREFERENCES, new Preferences(language.toLanguageTag(), notifyBy));
    log(id, "preferences-changed");
  }

  /**
   * Changes the address; the person has proved that it is theirs.
   *
   * @throws EmailTaken when another account has it
   */
  @Transactional
  public void changeEmail(AccountId id, EmailAddress email) {
    rows.set(id, Column.EMAIL, email.value());
    try {
      jdbc.sql("UPDATE account SET email_lookup = :lookup, email_changed_at = :now WHERE id = :id")
          .param("lookup", lookup(email))
          .param("now", clock.instant().atOffset(ZoneOffset.UTC))
          .param("id", id.value())
          .update();
    } catch (DuplicateKeyException e) {
      throw new EmailTaken();
    }
    log(id, "email-changed");
  }

  /**
   * Closes the account: destroys its data key, erases its rows, publishes {@link AccountClosed}.
   * Closing a closed account does nothing.
   */
  @Transactional
  public void close(AccountId id) {
    var erased = jdbc.sql("DELETE FROM account WHERE id = :id").param("id", id.value()).update();
    if (erased > 0) {
      trust.forget(id.value());
      events.publishEvent(new AccountClosed(id.value()));
      forgetKeyAfterCommit(id);
    }
  }

  private void forgetKeyAfterCommit(AccountId id) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            keys.forget(id);
          }
        });
  }

  private void log(AccountId id, String kind) {
    trust.record(new TrustEntry(id.value(), kind, TrustEntry.YOU, "", "your-wish"));
  }

  private byte[] lookup(EmailAddress email) {
    return hash.of("account-email", email.value());
  }
}
