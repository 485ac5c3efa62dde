package ch.meinkonto.delivery;

import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.Problem;
import ch.meinkonto.contract.ProblemType;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Words every refusal as the contract does (RFC 9457). */
@RestControllerAdvice(
    assignableTypes = {
      LeaseEndpoint.class,
      DeliveryEndpoint.class,
      EventEndpoint.class,
      RegistrationEndpoint.class,
      OfferEndpoint.class,
      CalendarEndpoint.class,
      ConformanceEndpoint.class
    })
class ContractProblems {

  @ExceptionHandler
  ResponseEntity<byte[]> refused(Refusal refusal) {
    return answer(refusal.problem(), refusal.retryAfter());
  }

  @ExceptionHandler
  ResponseEntity<byte[]> withoutHeader(MissingRequestHeaderException missing) {
    return answer(Problem.of(ProblemType.MALFORMED, missing.getHeaderName() + " is missing"));
  }

  /** An id that is none names nothing. */
  @ExceptionHandler
  ResponseEntity<byte[]> noId(MethodArgumentTypeMismatchException mismatch) {
    return answer(
        Problem.of(
            mismatch.getName().equals("id") ? ProblemType.NOT_FOUND : ProblemType.MALFORMED, null));
  }

  private static ResponseEntity<byte[]> answer(Problem problem) {
    return answer(problem, Duration.ofSeconds(1));
  }

  private static ResponseEntity<byte[]> answer(Problem problem, Duration retryAfter) {
    var headers = new HttpHeaders();
    headers.setContentType(MediaType.parseMediaType(Problem.MEDIA_TYPE));
    if (problem.is(ProblemType.TOO_MANY_REQUESTS)) {
      headers.set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, retryAfter.toSeconds())));
    }
    return ResponseEntity.status(problem.status()).headers(headers).body(Json.bytes(problem));
  }
}
