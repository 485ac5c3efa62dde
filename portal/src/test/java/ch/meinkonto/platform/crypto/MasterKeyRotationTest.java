package ch.meinkonto.platform.crypto;

import static ch.meinkonto.platform.crypto.RotateMasterKeyCommand.CONTINUE;
import static ch.meinkonto.platform.crypto.RotateMasterKeyCommand.REMOVE_OLD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.meinkonto.account.AccountCipher;
import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.AccountKind;
import ch.meinkonto.account.Accounts;
import ch.meinkonto.account.EmailAddress;
import ch.meinkonto.account.NewAccount;
import ch.meinkonto.account.PersonName;
import ch.meinkonto.platform.PortalSettings;
import ch.meinkonto.testing.PortalTest;
import ch.meinkonto.testing.TickingClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The master key changes while portals run. */
@PortalTest
class MasterKeyRotationTest {

  private static final String LATE = "late";
  private static final String LATER = "later";

  @Autowired PortalSettings settings;
  @Autowired MasterKey masterKey;
  @Autowired List<SealedColumn<?>> columns;
  @Autowired RotationLock lock;
  @Autowired Accounts accounts;
  @Autowired AccountCipher cipher;
  @Autowired JdbcTemplate template;
  @Autowired JdbcClient jdbc;

  private final TickingClock clock = new TickingClock();
  private Path file;
  private MasterKey oldKey;

  @BeforeEach
  void theKeyOfToday() throws IOException {
    file = MasterKeySource.file(settings);
    oldKey = MasterKey.parse(Files.readString(file));
  }

  @AfterEach
  void eraseWhatATestSealed() {
    jdbc.sql("DELETE FROM platform_secret WHERE name IN (:late, :later)")
        .param("late", LATE)
        .param("later", LATER)
        .update();
  }

  @Test
  void allIsSealedAnewAndOnlyTheOwnerReadsTheFile() throws IOException {
    var maya = open();
    var sealed = cipher.encrypt(maya, new byte[] {1, 2, 3}, "test.place/1");

    assertThat(command().run(List.of())).isZero();

    assertThat(dataKey(maya)).startsWith(masterKey.newestMark());
    assertThat(masterKey.newestMark()).isNotEqualTo(oldKey.newestMark());
    assertThat(resealing(columns).left()).isEmpty();
    assertThat(cipher.decrypt(maya, sealed, "test.place/1")).containsExactly(1, 2, 3);
    assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
  }

  @Test
  void whatAPortalSealedBeforeItKnewTheNewKeyIsSealedAnewToo() {
    var command = command(resealing(columns), _ -> sealedByAnother(LATE));

    assertThat(command.run(List.of())).isZero();

    assertThat(secret(LATE)).startsWith(masterKey.newestMark());
  }

  @Test
  void aRotationThatWasKilledHalfWayGoesOnInsteadOfBeginningAnother() throws IOException {
    var people = IntStream.range(0, 5).mapToObj(_ -> open()).toList();
    var dying = command(resealing(dyingAtTheThird("account")), _ -> {});
    assertThatThrownBy(() -> dying.run(List.of())).isInstanceOf(Killed.class);
    var keyset = Files.readString(file);
    masterKey.refresh();
    assertThat(resealing(columns).left().get("data keys of accounts"))
        .isEqualTo(jdbc.sql("SELECT count(*) FROM account").query(Long.class).single() - 2);

    assertThat(command().run(List.of())).isZero();

    assertThat(Files.readString(file)).isEqualTo(keyset);
    assertThat(people)
        .allSatisfy(person -> assertThat(dataKey(person)).startsWith(masterKey.newestMark()));
    assertThat(resealing(columns).left()).isEmpty();
  }

  @Test
  void anOldKeyStaysWhileSomethingNeedsIt() throws IOException {
    var command = command(resealing(sealingLater()), _ -> sealedByAnother(LATE));

    assertThat(command.run(List.of())).isOne();
    assertThat(resealing(columns).left()).containsEntry("secrets of the portal", 1L);

    eraseWhatATestSealed();
    clock.tick(RotateMasterKeyCommand.KNOWN_AFTER.negated());
    assertThat(command.run(List.of(REMOVE_OLD))).isOne();
    assertThat(MasterKey.parse(Files.readString(file)).open(secret(LATER), "platform_secret/later"))
        .containsExactly(7);
    assertThat(command().run(List.of(CONTINUE))).isZero();
    assertThat(secret(LATER)).startsWith(masterKey.newestMark());
  }

  @Test
  void twoDoNotRotateAtTheSameTime() throws IOException {
    var keyset = Files.readString(file);

    assertThat(lock.alone(() -> command().run(List.of()))).contains(1);

    assertThat(Files.readString(file)).isEqualTo(keyset);
  }

  @Test
  void whatItDoesNotKnowItDoesNotDo() throws IOException {
    var keyset = Files.readString(file);

    assertThat(command().run(List.of("--remove-all"))).isOne();

    assertThat(Files.readString(file)).isEqualTo(keyset);
  }

  private RotateMasterKeyCommand command() {
    return command(resealing(columns), _ -> {});
  }

  private RotateMasterKeyCommand command(Resealing resealing, Consumer<Duration> meanwhile) {
    return new RotateMasterKeyCommand(
        settings,
        masterKey,
        resealing,
        lock,
        clock,
        pause -> {
          meanwhile.accept(pause);
          clock.tick(pause);
        });
  }

  private Resealing resealing(List<SealedColumn<?>> of) {
    return new Resealing(template, masterKey, of, 2);
  }

  /** A portal that has not read the file since. */
  private void sealedByAnother(String name) {
    new Secrets(jdbc, oldKey).named(name, () -> new byte[] {7});
  }

  private static final class Killed extends RuntimeException {}

  private List<SealedColumn<?>> dyingAtTheThird(String table) {
    var seen = new ArrayList<>();
    return watched(
        table,
        key -> {
          seen.add(key);
          if (seen.size() == 3) {
            throw new Killed();
          }
        });
  }

  private List<SealedColumn<?>> sealingLater() {
    return watched(
        "platform_secret",
        key -> {
          if (key.equals(LATE)) {
            sealedByAnother(LATER);
          }
        });
  }

  private List<SealedColumn<?>> watched(String table, Consumer<Object> each) {
    return columns.stream()
        .<SealedColumn<?>>map(
            column -> column.table().equals(table) ? watched(column, each) : column)
        .toList();
  }

  private static <K> SealedColumn<K> watched(SealedColumn<K> column, Consumer<Object> each) {
    return new SealedColumn<>(
        column.what(),
        column.table(),
        column.key(),
        column.keyType(),
        column.column(),
        column.condition(),
        key -> {
          each.accept(key);
          return column.context().apply(key);
        });
  }

  private byte[] dataKey(AccountId account) {
    return jdbc.sql("SELECT data_key FROM account WHERE id = :id")
        .param("id", account.value())
        .query(byte[].class)
        .single();
  }

  private byte[] secret(String name) {
    return jdbc.sql("SELECT sealed FROM platform_secret WHERE name = :name")
        .param("name", name)
        .query(byte[].class)
        .single();
  }

  private AccountId open() {
    return accounts.open(
        new NewAccount(
            AccountKind.PRIVATE,
            new PersonName("Maya", "Keller"),
            null,
            EmailAddress.parse("maya." + UUID.randomUUID() + "@example.org").orElseThrow(),
            Locale.GERMAN));
  }
}
