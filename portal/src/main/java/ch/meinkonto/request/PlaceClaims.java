package ch.meinkonto.request;

import ch.meinkonto.form.Places;
import java.util.Optional;
import java.util.UUID;

/** The places that requests book; the module {@code booking} gives them away. */
public interface PlaceClaims {

  /**
   * Makes places that are held for a draft those of the request that it becomes, in the transaction
   * in which it is entered: they stay its own until it ends. The same once more does nothing.
   *
   * @return why they can’t be had; empty when they are
   */
  Optional<Places.Why> claim(UUID draft, RequestEnvelope request, NewRequest.Booked wanted);

  /** What a request books, in its sender’s language; empty when nothing. */
  Optional<String> words(RequestEnvelope request);
}
