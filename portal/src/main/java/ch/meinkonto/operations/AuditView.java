package ch.meinkonto.operations;

import org.jspecify.annotations.Nullable;

/** One act in the audit, in the words of a page. */
public record AuditView(
    String at,
    String who,
    String what,
    @Nullable String unit,
    @Nullable String reference,
    String reason) {}
