package ch.meinkonto.account;

import java.util.UUID;

/** Somebody changed what they are called. */
public record AccountChanged(UUID accountId) {}
