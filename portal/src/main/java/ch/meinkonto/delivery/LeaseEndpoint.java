package ch.meinkonto.delivery;

import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.LeaseRequest;
import ch.meinkonto.contract.LeaseResponse;
import ch.meinkonto.contract.ProblemType;
import ch.meinkonto.directory.UnitId;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;

/** Where a unit comes for its deliveries. */
@RestController
class LeaseEndpoint {

  private static final int LARGEST = 4096;

  private final Leases leases;
  private final Contacts contacts;
  private final DeliverySettings settings;
  private final Map<UnitId, Semaphore> places = new ConcurrentHashMap<>();

  LeaseEndpoint(Leases leases, Contacts contacts, DeliverySettings settings) {
    this.leases = leases;
    this.contacts = contacts;
    this.settings = settings;
  }

  @PostMapping(ContractPaths.BASE + "/leases")
  ResponseEntity<byte[]> lease(Authentication caller, HttpServletRequest request)
      throws IOException, InterruptedException {
    Bodies.require(request, MediaType.APPLICATION_JSON_VALUE);
    var ask = read(Bodies.read(request, LARGEST));
    var unit = new UnitId(caller.getName());
    contacts.seen(unit);
    var place = places.computeIfAbsent(unit, _ -> new Semaphore(settings.waitingPerUnit()));
    if (!place.tryAcquire()) {
      throw new Refusal(ProblemType.TOO_MANY_REQUESTS, "too many calls are waiting");
    }
    try {
      return ResponseEntity.ok()
          .contentType(MediaType.APPLICATION_JSON)
          .cacheControl(CacheControl.noStore())
          .body(Json.bytes(new LeaseResponse(leases.take(unit, ask))));
    } finally {
      place.release();
    }
  }

  private static LeaseRequest read(byte[] body) {
    try {
      return Objects.requireNonNull(Json.read(body, LeaseRequest.class)); // JSON has a null, too
    } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
      throw new Refusal(
          ProblemType.MALFORMED, "max 1 to 50, waitSeconds 0 to 20, leaseSeconds 30 to 3600");
    }
  }
}
