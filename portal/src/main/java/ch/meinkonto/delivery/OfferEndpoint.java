package ch.meinkonto.delivery;

import ch.meinkonto.booking.Offers;
import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.Offer;
import ch.meinkonto.contract.PlacesFreed;
import ch.meinkonto.contract.ProblemType;
import ch.meinkonto.directory.UnitId;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Objects;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;

/** Where a unit says what it offers to be booked. */
@RestController
class OfferEndpoint {

  private static final String OFFER = ContractPaths.BASE + "/services/{service}/offers/{offer}";
  private static final String ID = "[A-Za-z0-9]([A-Za-z0-9._-]{0,62}[A-Za-z0-9])?";
  private static final int LARGEST = 64 * 1024;

  private final Offers offers;

  OfferEndpoint(Offers offers) {
    this.offers = offers;
  }

  @PutMapping(OFFER)
  ResponseEntity<byte[]> publish(
      Authentication caller,
      @PathVariable String service,
      @PathVariable String offer,
      HttpServletRequest request)
      throws IOException {
    return status(
        offers.publish(unit(caller), service, id(offer), read(request, LARGEST, Offer.class)));
  }

  @GetMapping(OFFER)
  ResponseEntity<byte[]> look(
      Authentication caller, @PathVariable String service, @PathVariable String offer) {
    return status(offers.status(unit(caller), service, id(offer)));
  }

  @DeleteMapping(OFFER)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void withdraw(Authentication caller, @PathVariable String service, @PathVariable String offer) {
    status(offers.withdraw(unit(caller), service, id(offer)));
  }

  @PostMapping(OFFER + "/freed")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void free(
      Authentication caller,
      @PathVariable String service,
      @PathVariable String offer,
      HttpServletRequest request)
      throws IOException {
    status(offers.free(unit(caller), service, id(offer), read(request, 4096, PlacesFreed.class)));
  }

  private static <T> T read(HttpServletRequest request, int most, Class<T> type)
      throws IOException {
    Bodies.require(request, MediaType.APPLICATION_JSON_VALUE);
    try {
      return Objects.requireNonNull(Json.read(Bodies.read(request, most), type));
    } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
      throw new Refusal(ProblemType.MALFORMED, "not as its schema says");
    }
  }

  private static UnitId unit(Authentication caller) {
    return new UnitId(caller.getName());
  }

  private static String id(String text) {
    if (!text.matches(ID)) {
      throw new Refusal(ProblemType.NOT_FOUND);
    }
    return text;
  }

  private static ResponseEntity<byte[]> status(Offers.Outcome outcome) {
    return switch (outcome) {
      case Offers.Outcome.Done(var status) ->
          ResponseEntity.ok()
              .contentType(MediaType.APPLICATION_JSON)
              .cacheControl(CacheControl.noStore())
              .body(Json.bytes(status));
      case Offers.Outcome.Unknown() -> throw new Refusal(ProblemType.NOT_FOUND);
      case Offers.Outcome.Refused(var detail) ->
          throw new Refusal(ProblemType.OFFER_REFUSED, detail);
    };
  }
}
