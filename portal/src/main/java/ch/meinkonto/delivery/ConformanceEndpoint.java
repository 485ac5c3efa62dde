package ch.meinkonto.delivery;

import ch.meinkonto.conformance.Conformance;
import ch.meinkonto.contract.ConformanceReport;
import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.ProblemType;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.platform.RateLimits;
import ch.meinkonto.platform.RateLimits.Decision;
import ch.meinkonto.platform.RateLimits.Limit;
import ch.meinkonto.platform.RateLimits.Ticket;
import java.time.Duration;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where a unit that is not live yet has its system tried out. */
@RestController
class ConformanceEndpoint {

  static final Limit LIMIT = new Limit("conformance", 30, Duration.ofHours(1));
  private static final String PATH = ContractPaths.BASE + "/conformance";

  private final Conformance conformance;
  private final RateLimits limits;

  ConformanceEndpoint(Conformance conformance, RateLimits limits) {
    this.conformance = conformance;
    this.limits = limits;
  }

  @PostMapping(PATH)
  ResponseEntity<byte[]> begin(Authentication caller) {
    if (limits.take(List.of(new Ticket(LIMIT, caller.getName())))
        instanceof Decision.Refused(var retryAfter, var _)) {
      throw Refusal.tooMany(retryAfter);
    }
    return switch (conformance.begin(new UnitId(caller.getName()))) {
      case Conformance.Beginning.Begun(var report) -> answer(202, report);
      case Conformance.Beginning.NotPossible(var reason) ->
          throw new Refusal(ProblemType.NOT_POSSIBLE_NOW, reason);
    };
  }

  @GetMapping(PATH)
  ResponseEntity<byte[]> report(Authentication caller) {
    return conformance
        .report(new UnitId(caller.getName()))
        .map(report -> answer(200, report))
        .orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND));
  }

  private static ResponseEntity<byte[]> answer(int status, ConformanceReport report) {
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(CacheControl.noStore())
        .body(Json.bytes(report));
  }
}
