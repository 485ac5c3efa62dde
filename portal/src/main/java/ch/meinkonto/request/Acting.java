package ch.meinkonto.request;

import ch.meinkonto.account.AccountId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That somebody sends a request for its account, by a mandate.
 *
 * @param actor who acts; null once their account is closed
 * @param mandate the id of the mandate
 */
public record Acting(@Nullable AccountId actor, UUID mandate) {}
