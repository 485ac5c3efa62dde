package ch.meinkonto.delivery;

import ch.meinkonto.booking.Offers;
import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.Offer;
import ch.meinkonto.contract.PlacesFreed;
import ch.meinkonto.contract.ProblemType;
import ch.meinkonto.directory.UnitId;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
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

/** Where a unit says what it offers to be booked. */
@RestController
class OfferEndpoint {

  private static final String OFFER = ContractPaths.BASE + "/services/{service}/offers/{offer}";
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
        offers.publish(
            unit(caller), service, Bodies.id(offer), Bodies.json(request, LARGEST, Offer.class)));
  }

  @GetMapping(OFFER)
  ResponseEntity<byte[]> look(
      Authentication caller, @PathVariable String service, @PathVariable String offer) {
    return status(offers.status(unit(caller), service, Bodies.id(offer)));
  }

  @DeleteMapping(OFFER)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void withdraw(Authentication caller, @PathVariable String service, @PathVariable String offer) {
    status(offers.withdraw(unit(caller), service, Bodies.id(offer)));
  }

  @PostMapping(OFFER + "/freed")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void free(
      Authentication caller,
      @PathVariable String service,
      @PathVariable String offer,
      HttpServletRequest request)
      throws IOException {
    status(
        offers.free(
            unit(caller),
            service,
            Bodies.id(offer),
            Bodies.json(request, 4096, PlacesFreed.class)));
  }

  private static UnitId unit(Authentication caller) {
    return new UnitId(caller.getName());
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
