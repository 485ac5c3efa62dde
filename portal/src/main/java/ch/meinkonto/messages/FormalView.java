package ch.meinkonto.messages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A formal delivery, in its thread and on the page on which one opens it.
 *
 * @param title what it is, such as a decision
 * @param lines how it stands, in sentences
 * @param meaning what opening it means, in sentences; for the page on which one opens it
 * @param thread the address of its thread
 * @param path where one opens it
 * @param evidence where the evidence is; null while there is none
 * @param problem why it could not be opened
 */
public record FormalView(
    boolean open,
    String title,
    List<String> lines,
    List<String> meaning,
    String service,
    String unit,
    String reference,
    String thread,
    String path,
    @Nullable String evidence,
    @Nullable String problem) {}
