package ch.meinkonto.activation;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.account.AccountCipher;
import ch.meinkonto.account.AccountId;
import ch.meinkonto.catalogue.Service;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How it stands with letters that were ordered. What a unit says about one is kept encrypted. */
@Component
class OrderedLetters {

  private final SentItems items;
  private final AccountCipher cipher;

  OrderedLetters(SentItems items, AccountCipher cipher) {
    this.items = items;
    this.cipher = cipher;
  }

  /** The letter that was ordered last, unless its code has been used. */
  LetterStanding last(AccountId account, Service service) {
    var used =
        items
            .last(account, service.id(), Kind.CODE)
            .filter(code -> code.state() == Sent.State.ACCEPTED)
            .map(Sent::sentAt)
            .orElse(Instant.EPOCH);
    return items
        .last(account, service.id(), Kind.LETTER)
        .filter(order -> order.sentAt().isAfter(used))
        .map(order ->
            switch (order.state()) {
              case OPEN -> new LetterStanding.Ordered(order.sentAt());
              case ACCEPTED -> new LetterStanding.Coming(order.sentAt());
              case REFUSED -> new LetterStanding.Refused(words(order));
            })
        .orElseGet(LetterStanding.None::new);
  }

  byte[] seal(Sent order, String words) {
    return cipher.encrypt(order.account(), words.getBytes(UTF_8), context(order));
  }

  @Nullable String words(Sent order) {
    var sealed = order.answer();
    return sealed == null
        ? null
        : new String(cipher.decrypt(order.account(), sealed, context(order)), UTF_8);
  }

  private static String context(Sent order) {
    return "activation_submission.answer/" + order.id();
  }
}
