package ch.meinkonto.messages;

import ch.meinkonto.form.SmallFormView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page on which one answers a question with fields.
 *
 * @param thread the address of the thread
 * @param path where the answer goes
 * @param paragraphs what the unit writes: paragraphs of lines of pieces
 * @param problem why it could not be sent
 */
public record QuestionView(
    String thread,
    String path,
    String service,
    String unit,
    String reference,
    List<List<List<Piece>>> paragraphs,
    SmallFormView form,
    @Nullable String problem) {}
