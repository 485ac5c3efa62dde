package ch.meinkonto.login;

import java.util.UUID;

/**
 * Somebody has proved who they are.
 *
 * @param factor by what: a code that is the same for ever
 * @param again whether they were logged in already, and confirmed it by this further factor
 */
public record LoginSucceeded(UUID accountId, String factor, boolean again) {}
