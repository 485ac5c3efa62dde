package ch.meinkonto.account;

import java.util.UUID;

/**
 * An account was closed: each module erases its part, in the same transaction where it can (a plain
 * {@code @EventListener}).
 */
public record AccountClosed(UUID accountId) {}
