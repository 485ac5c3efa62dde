package ch.meinkonto.login;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.platform.webauthn.Keys;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import java.util.UUID;

/**
 * A passkey as it was stored: whose it is, and what is needed to verify it.
 *
 * @param signCount how often it signed, as it said the last time; 0 when it does not count
 */
record Passkey(UUID id, AccountId account, AttestedCredentialData credential, long signCount)
    implements Keys.Key {}
