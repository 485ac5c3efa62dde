package ch.meinkonto.delivery;

import ch.meinkonto.directory.KeyRegistration;
import ch.meinkonto.directory.KeyRegistration.State;
import ch.meinkonto.operations.Names;
import ch.meinkonto.platform.web.Page;
import com.nimbusds.jose.jwk.JWK;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keys that a unit handed in, in the words of a page.
 *
 * @param unit what the unit is called
 * @param push where it wants to be pushed to; null if it fetches
 * @param keyIds what its keys are called
 */
public record KeyDeskView(
    UUID id,
    String unit,
    boolean waiting,
    boolean current,
    String fingerprint,
    String contact,
    String handedIn,
    @Nullable String since,
    @Nullable String push,
    String keyIds) {

  static KeyDeskView of(KeyRegistration one, Names names, Page page) {
    var since = one.confirmedAt();
    var push = one.push();
    return new KeyDeskView(
        one.id(),
        names.unit(one.unit().value(), page),
        one.state() == State.WAITING,
        one.state() == State.WAITING || one.state() == State.CONFIRMED,
        one.fingerprint().value(),
        one.contact(),
        page.formats().moment(one.handedInAt()),
        since == null ? null : page.formats().moment(since),
        push == null ? null : push.toString(),
        one.keys().getKeys().stream().map(JWK::getKeyID).collect(Collectors.joining(", ")));
  }
}
