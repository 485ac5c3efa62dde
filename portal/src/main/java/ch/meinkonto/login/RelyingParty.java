package ch.meinkonto.login;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.platform.PortalSettings;
import ch.meinkonto.platform.crypto.LookupHash;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The portal as devices know it (W3C Web Authentication): under its host's name, and only on its
 * own pages.
 */
@Component
class RelyingParty {

  private final LookupHash hash;
  private final Origin origin;
  private final String id;

  RelyingParty(LookupHash hash, PortalSettings settings) {
    this.hash = hash;
    this.origin = new Origin(settings.baseUrl().toString());
    this.id = settings.baseUrl().getHost();
  }

  String id() {
    return id;
  }

  /** What a device must have signed. */
  ServerProperty expected(byte[] challenge) {
    return ServerProperty.builder()
        .origin(origin)
        .rpId(id)
        .challenge(new DefaultChallenge(challenge))
        .build();
  }

  /** How devices know an account; says nothing about it. */
  byte[] handle(AccountId account) {
    return hash.of("passkey-user", account.toString());
  }

  /** The challenge that was answered; empty when none was. */
  static byte[] challenge(@Nullable CollectedClientData client) {
    return client == null ? new byte[0] : client.getChallenge().getValue();
  }

  static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
