package ch.meinkonto.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.Accounts;
import ch.meinkonto.testing.Browser;
import ch.meinkonto.testing.LongTime;
import ch.meinkonto.testing.Mailbox;
import ch.meinkonto.testing.Resident;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whoever types an address cannot tell by the time of the answer whether it has an account (OWASP
 * ASVS 6.3.8).
 *
 * <p>Known and unknown addresses take turns, in random order, so that whatever else the machine
 * does hits both alike. The two series are compared by rank, with the Mann–Whitney U test: {@link
 * MannWhitney#effect}, the distance of U over the number of pairs from one half, has a standard
 * deviation of 0.046 when nothing tells {@value #PAIRS} pairs apart. A leak is called one when the
 * effect is at least {@value #EFFECT} (more than four of these, p &lt; 0.0001) and the typical
 * difference at least {@value #MILLISECONDS} ms – an address may be typed five times an hour, so
 * nobody can average less out of the noise of a network – twice in a row. That a leak of ten
 * milliseconds is found on this very machine, however busy, counter-examples show.
 */
class EnumerationTimingTest {

  private static final int PAIRS = 80;
  private static final int WARM_UP = 8;
  private static final int ADDRESSES = 10;
  private static final double EFFECT = 0.2;
  private static final double MILLISECONDS = 0.5;

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final int port = LongTime.portal().address().getPort();
  private final Random random = new Random(6_3_8);

  /** One try with an address, and how long its answer took, in milliseconds. */
  private interface Try {
    double time(String address);
  }

  @ParameterizedTest
  @EnumSource(AddressDoor.class)
  void theAnswerTakesAsLongForAnAddressThatNobodyHas(AddressDoor door) {
    var attempt = at(door);
    var compared = compare(door, attempt, attempt);
    if (isLeak(compared)) {
      var again = compare(door, attempt, attempt);
      assertThat(isLeak(again)).as("%s: %s, and again %s", door, compared, again).isFalse();
    }
  }

  @Test
  void tenMillisecondsMoreAreFound() {
    var attempt = at(AddressDoor.FORGOTTEN_PASSWORD);
    Try slower = address -> attempt.time(address) + burn(Duration.ofMillis(10));
    assertThat(compare(AddressDoor.FORGOTTEN_PASSWORD, slower, attempt))
        .matches(EnumerationTimingTest::isLeak, "is a leak");
  }

  @Test
  void aHashThatIsSparedIsFound() {
    var hashed = at(AddressDoor.LOGIN);
    var spared = with(AddressDoor.LOGIN, Map.of("email", "ADDRESS", "password", ""));
    assertThat(compare(AddressDoor.LOGIN, hashed, spared))
        .matches(EnumerationTimingTest::isLeak, "is a leak");
  }

  private static boolean isLeak(MannWhitney compared) {
    return compared.effect() >= EFFECT && Math.abs(compared.shift()) >= MILLISECONDS;
  }

  private MannWhitney compare(AddressDoor door, Try known, Try unknown) {
    var theirs = known(door);
    var nobodys =
        Stream.generate(() -> UUID.randomUUID() + "@example.org").limit(theirs.size()).toList();
    var first = new double[PAIRS];
    var second = new double[PAIRS];
    LongTime.clock().tick(door.pause());
    for (var turn = -WARM_UP; turn < PAIRS; turn++) {
      if (Math.floorMod(turn, door.tries() * theirs.size()) == 0) {
        LongTime.clock().tick(door.pause());
      }
      var one = theirs.get(Math.floorMod(turn, theirs.size()));
      var other = nobodys.get(Math.floorMod(turn, theirs.size()));
      var knownFirst = random.nextBoolean();
      var before = knownFirst ? known.time(one) : unknown.time(other);
      var after = knownFirst ? unknown.time(other) : known.time(one);
      if (turn >= 0) {
        first[turn] = knownFirst ? before : after;
        second[turn] = knownFirst ? after : before;
      }
    }
    return MannWhitney.of(first, second);
  }

  /** Addresses that have an account; where a password is checked, one that has a password. */
  private List<String> known(AddressDoor door) {
    if (door == AddressDoor.LOGIN) {
      var maya = Resident.named("Maya", "Keller", port);
      maya.register(new Mailbox());
      return List.of(maya.email());
    }
    return Stream.generate(LongTime::maya)
        .limit(ADDRESSES)
        .peek(door::prepare)
        .map(this::address)
        .toList();
  }

  private String address(AccountId account) {
    return LongTime.bean(Accounts.class).find(account).orElseThrow().email().value();
  }

  private Try at(AddressDoor door) {
    return with(door, door.fields("ADDRESS"));
  }

  private Try with(AddressDoor door, Map<String, String> fields) {
    var browser = new Browser(port);
    var token = browser.token(door.path());
    var cookie = "mk-csrf=" + browser.cookie("mk-csrf").orElseThrow();
    return address -> {
      var form =
          fields.entrySet().stream()
              .map(field ->
                  field.getKey()
                      + "="
                      + URLEncoder.encode(field.getValue().replace("ADDRESS", address), UTF_8))
              .collect(joining("&", "_csrf=" + URLEncoder.encode(token, UTF_8) + "&", ""));
      return time(
          HttpRequest.newBuilder(LongTime.portal().address().resolve(door.path()))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .header("Cookie", cookie)
              .header("X-Forwarded-For", network())
              .POST(HttpRequest.BodyPublishers.ofString(form))
              .build());
    };
  }

  private String network() {
    return "2001:db8:%x:%x::1".formatted(random.nextInt(0x10000), random.nextInt(0x10000));
  }

  private static double time(HttpRequest request) {
    try {
      var start = System.nanoTime();
      var status = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray()).statusCode();
      var took = (System.nanoTime() - start) / 1e6;
      if (status != 302 && status != 422) {
        throw new AssertionError("Not the answer that is to be measured: " + status);
      }
      return took;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static double burn(Duration time) {
    var start = System.nanoTime();
    while (System.nanoTime() - start < time.toNanos()) {
      Thread.onSpinWait();
    }
    return (System.nanoTime() - start) / 1e6;
  }
}
