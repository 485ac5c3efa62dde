package ch.meinkonto.payment;

import ch.meinkonto.directory.UnitId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that staff have to do something about.
 *
 * @param kind the text {@code payment.difference.<kind>}
 * @param id of what staff can settle here; null when it settles itself once it is mended
 * @param number of the payment; null where there is none
 * @param reference what provider or bank call it
 * @param ours how much the portal reckons with; null where it reckons with nothing
 * @param there how much there is
 */
record Difference(
    String kind,
    @Nullable UUID id,
    LocalDate day,
    @Nullable UnitId unit,
    @Nullable Long number,
    String reference,
    @Nullable BigDecimal ours,
    @Nullable BigDecimal there,
    String currency) {}
