package ch.meinkonto.account;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.platform.Command;
import ch.meinkonto.platform.PortalSettings;
import ch.meinkonto.platform.crypto.MasterKey;
import ch.meinkonto.testing.PortalTest;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class MasterKeyRotationTest {

  @Autowired List<Command> commands;
  @Autowired Accounts accounts;
  @Autowired AccountCipher cipher;
  @Autowired DataKeys keys;
  @Autowired MasterKey masterKey;
  @Autowired PortalSettings settings;
  @Autowired JdbcClient jdbc;

  @Test
  void everythingIsSealedAnewAndStillOpens() throws Exception {
    var maya = open();
    var sealed = cipher.encrypt(maya, new byte[] {1, 2, 3}, "test.place/1");
    var before = wrapped(maya);
    var file = settings.dataDir().resolve("keys/master.json");
    var oldKeyset = MasterKey.parse(Files.readString(file));

    assertThat(rotate().run(List.of())).isZero();

    assertThat(masterKey.isNewest(before)).isFalse();
    assertThat(masterKey.isNewest(wrapped(maya))).isTrue();
    assertThat(keys.left()).isZero();
    assertThat(oldKeyset.isNewest(wrapped(maya))).isFalse();
    keys.forget(maya);
    assertThat(cipher.decrypt(maya, sealed, "test.place/1")).containsExactly(1, 2, 3);
    assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
  }

  @Test
  void anInterruptedRotationGoesOnInsteadOfBeginningAnother() throws Exception {
    var maya = open();
    var file = settings.dataDir().resolve("keys/master.json");
    var old = wrapped(maya);
    rotate().run(List.of());
    jdbc.sql("UPDATE account SET data_key = :old WHERE id = :id")
        .param("old", old)
        .param("id", maya.value())
        .update();
    var keyset = Files.readString(file);

    assertThat(rotate().run(List.of())).isZero();

    assertThat(Files.readString(file)).isEqualTo(keyset);
    assertThat(masterKey.isNewest(wrapped(maya))).isTrue();
  }

  private Command rotate() {
    return commands.stream()
        .filter(command -> command.name().equals("rotate-master-key"))
        .findFirst()
        .orElseThrow();
  }

  private byte[] wrapped(AccountId account) {
    return jdbc.sql("SELECT data_key FROM account WHERE id = :id")
        .param("id", account.value())
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
