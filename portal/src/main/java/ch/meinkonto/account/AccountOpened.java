package ch.meinkonto.account;

import java.util.UUID;

/** An account was opened. */
public record AccountOpened(UUID accountId) {}
