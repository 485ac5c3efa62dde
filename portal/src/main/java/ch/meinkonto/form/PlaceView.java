package ch.meinkonto.form;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The places that somebody is about to book, above what they fill in.
 *
 * @param draft the draft’s address
 * @param name of the offer
 * @param details when and where it is
 * @param offers where one chooses another
 * @param held whether they are held; if not, somebody else may have them meanwhile
 * @param until when they are let go, as people read it, and {@code end} as programs do; null when
 *     they are not held, or being paid
 * @param entering until when one can enter the draw, as people read it; null when places are not
 *     given by lot
 */
public record PlaceView(
    String draft,
    String offer,
    String name,
    String details,
    String offers,
    int places,
    boolean held,
    @Nullable String until,
    @Nullable Instant end,
    @Nullable String entering) {}
