package ch.meinkonto.request;

import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.contract.RequestId;
import ch.meinkonto.form.Places;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The places that requests book; the module {@code booking} gives them away. */
public interface PlaceClaims {

  /** What came of a claim. */
  sealed interface Outcome {

    /** The places are the request’s. */
    record Claimed() implements Outcome {}

    /** It takes part in a draw: its unit hears of it only when it is drawn. */
    record Entered() implements Outcome {}

    /** The places can’t be had. */
    record Refused(Places.Why why) implements Outcome {}
  }

  /**
   * Makes places that are held for a draft those of the request that it becomes, in the transaction
   * in which it is entered: they stay its own until it ends. Or enters it in a draw. The same once
   * more does nothing.
   */
  Outcome claim(UUID draft, RequestEnvelope request, NewRequest.Booked wanted);

  /** What a request books; empty when nothing, or once its unit has it. */
  Optional<BookedPlaces> booked(RequestId request);

  /** What a request books, or takes part in, line by line, the first a title. */
  Optional<String> words(RequestEnvelope request);

  /** What was booked, in the same way; empty when the offer is no more. */
  Optional<String> words(ServiceId service, BookedPlaces booked, Locale language);
}
