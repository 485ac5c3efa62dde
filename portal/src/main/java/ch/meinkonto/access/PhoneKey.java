package ch.meinkonto.access;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.platform.webauthn.Keys;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import java.util.UUID;

/** The key of a phone, as it was stored. */
record PhoneKey(UUID id, AccountId account, AttestedCredentialData credential, long signCount)
    implements Keys.Key {}
