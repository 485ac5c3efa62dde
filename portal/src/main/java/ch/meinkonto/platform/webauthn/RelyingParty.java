package ch.meinkonto.platform.webauthn;

import ch.meinkonto.platform.PortalSettings;
import ch.meinkonto.platform.crypto.LookupHash;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
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

  /** How devices know somebody; says nothing about them. */
  byte[] handle(String kind, String owner) {
    return hash.of(kind + "-user", owner);
  }

  /** The challenge that was answered; empty when none was. */
  static byte[] challenge(@Nullable CollectedClientData client) {
    return client == null ? new byte[0] : client.getChallenge().getValue();
  }
}
