package ch.meinkonto.login;

import java.time.Instant;

/** That somebody proved who they are: by what, and when. */
record Proof(Factor factor, Instant at) {}
