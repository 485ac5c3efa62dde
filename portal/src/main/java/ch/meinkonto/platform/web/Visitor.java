package ch.meinkonto.platform.web;

import java.time.Instant;
import java.util.UUID;

/**
 * The person who is logged in and looks at a page. As a controller's argument: {@code Visitor}
 * where the page is only for people who are logged in, {@code Optional<Visitor>} where it is for
 * everybody.
 *
 * @param accountId the account's id
 * @param displayName what the page frame calls the person
 * @param business whether it is a business account
 * @param authenticatedAt when the person last proved who they are
 * @param twoFactors whether they proved it by two factors
 */
public record Visitor(
    UUID accountId,
    String displayName,
    boolean business,
    Instant authenticatedAt,
    boolean twoFactors) {}
