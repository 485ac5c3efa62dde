package ch.meinkonto.request;

import java.util.UUID;

/** Something happened to a formal delivery, and lies sealed for the unit. */
public record DeliveryNoticed(UUID requestId, UUID noticeId, String service, String unit) {}
