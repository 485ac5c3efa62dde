package ch.meinkonto.simulator.application;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.net.URI;

/** A sign-in that has begun: what its answer is checked against. */
record SignIn(URI address, State state, Nonce nonce, CodeVerifier verifier) {}
