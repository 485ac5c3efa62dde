package ch.meinkonto.delivery;

import ch.meinkonto.contract.DeliveryId;
import ch.meinkonto.contract.ProblemType;
import ch.meinkonto.contract.ReleaseReason;
import ch.meinkonto.directory.UnitId;
import java.time.Duration;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A delivery in a unit's hands: its parts, and giving it back. */
@RestController
class DeliveryEndpoint {

  private static final String DELIVERY = ContractPaths.BASE + "/deliveries/{id}";

  private final Leases leases;
  private final Returns returns;
  private final Cargo cargo;

  DeliveryEndpoint(Leases leases, Returns returns, Cargo cargo) {
    this.leases = leases;
    this.returns = returns;
    this.cargo = cargo;
  }

  @GetMapping(DELIVERY + "/parts/{name}")
  ResponseEntity<byte[]> part(
      Authentication caller,
      @PathVariable UUID id,
      @PathVariable String name,
      @RequestHeader("Lease-Token") String token) {
    var item = leases.fetched(new UnitId(caller.getName()), new DeliveryId(id), token);
    return cargo
        .part(item.submission(), name)
        .map(sealed ->
            ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/jose"))
                .cacheControl(CacheControl.noStore())
                .body(sealed))
        .orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND));
  }

  @DeleteMapping(DELIVERY + "/lease")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void giveBack(
      Authentication caller,
      @PathVariable UUID id,
      @RequestHeader("Lease-Token") String token,
      @RequestParam(defaultValue = "later") String reason,
      @RequestParam(defaultValue = "0") long retryAfterSeconds,
      @RequestParam(defaultValue = "") String detail) {
    var item = leases.held(new UnitId(caller.getName()), new DeliveryId(id), token);
    switch (reason(reason)) {
      case LATER -> returns.later(item, Duration.ofSeconds(Math.max(0, retryAfterSeconds)));
      case UNREADABLE -> returns.unreadable(item, detail);
    }
  }

  private static ReleaseReason reason(String code) {
    try {
      return ReleaseReason.ofCode(code);
    } catch (IllegalArgumentException e) {
      throw new Refusal(ProblemType.MALFORMED, "reason is later or unreadable");
    }
  }
}
