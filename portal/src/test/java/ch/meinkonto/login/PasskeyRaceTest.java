package ch.meinkonto.login;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.platform.webauthn.Ceremonies.MadeKey;
import ch.meinkonto.platform.webauthn.Challenges;
import ch.meinkonto.testing.CityOfTests;
import ch.meinkonto.testing.Residents;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.EC2COSEKey;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** What happens when the same comes several times at the same moment. */
class PasskeyRaceTest {

  private static final int AT_ONCE = 8;

  private final Challenges challenges = CityOfTests.portal().bean(Challenges.class);
  private final Passkeys passkeys = CityOfTests.portal().bean(Passkeys.class);
  private final TransactionTemplate transaction =
      CityOfTests.portal().bean(TransactionTemplate.class);
  private final AccountId anna = Residents.register("Anna", "Keller");

  @Test
  void anAnswerThatComesManyTimesAtOnceCountsOnce() throws Exception {
    var challenge = challenges.next("test");

    assertThat(atOnce(() -> challenges.spend(challenge, "test"))).containsOnlyOnce(true);
  }

  @Test
  void ofTwoCopiesAtOnceOneIsTaken() throws Exception {
    var credential = credential("one");
    add(credential);
    var passkey = passkeys.find(credential.getCredentialId()).orElseThrow();

    assertThat(atOnce(() -> passkeys.used(passkey, 7))).containsOnlyOnce(true);
  }

  @Test
  void whoAddsManyAtOnceDoesNotGetTooMany() throws Exception {
    for (int number = 1; number < Passkeys.MOST; number++) {
      add(credential("number " + number));
    }

    var added = atOnce(() -> add(credential(Thread.currentThread().threadId() + " at once")));

    assertThat(added).containsOnlyOnce(true);
    assertThat(passkeys.all(anna)).hasSize(Passkeys.MOST);
  }

  private boolean add(AttestedCredentialData credential) {
    return Boolean.TRUE.equals(
        transaction.execute(_ -> passkeys.add(anna, new MadeKey(credential, 1), "Handy")));
  }

  private AttestedCredentialData credential(String id) {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      var key = EC2COSEKey.create((ECPublicKey) generator.generateKeyPair().getPublic());
      return new AttestedCredentialData(AAGUID.ZERO, (anna + id).getBytes(UTF_8), key);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Boolean> atOnce(Callable<Boolean> what) throws InterruptedException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var results = threads.invokeAll(Stream.generate(() -> what).limit(AT_ONCE).toList());
      return results.stream().map(Future::resultNow).toList();
    }
  }
}
