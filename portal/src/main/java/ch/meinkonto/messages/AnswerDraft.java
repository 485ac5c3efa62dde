package ch.meinkonto.messages;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody typed as an answer, and what has to be corrected. */
record AnswerDraft(
    UUID question, String text, @Nullable String textError, @Nullable String filesError) {}
