package ch.meinkonto.simulator.office;

import ch.meinkonto.contract.Json;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.JsonNode;

/** The API of offices' systems. */
@RestController
@RequestMapping("/fach/{unit}")
class RestPages {

  private static final int PAGE = 50;

  private final Offices offices;

  RestPages(Offices offices) {
    this.offices = offices;
  }

  private RestOffice office(String unit, String authorization) {
    var office =
        offices
            .find(unit, RestOffice.class)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    if (!office.isLetIn(authorization)) {
      throw new ResponseStatusException(HttpStatus.UNAUTHORIZED);
    }
    return office;
  }

  @PutMapping("/dateien/{id}")
  Map<String, String> file(
      @PathVariable String unit,
      @PathVariable String id,
      @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization,
      @RequestHeader(HttpHeaders.CONTENT_TYPE) String type,
      @RequestHeader(HttpHeaders.CONTENT_DISPOSITION) String disposition,
      @RequestBody byte[] content)
      throws IOException {
    var name = ContentDisposition.parse(disposition).getFilename();
    office(unit, authorization).file(id, "%s (%s, %d Bytes)".formatted(name, type, content.length));
    return Map.of("datei", id);
  }

  @PutMapping("/faelle/{id}")
  ResponseEntity<Object> take(
      @PathVariable String unit,
      @PathVariable String id,
      @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization,
      @RequestBody byte[] body) {
    return office(unit, authorization)
        .take(Json.mapper().readTree(body))
        .map(refusal ->
            ResponseEntity.unprocessableContent().<Object>body(Map.of("fehler", refusal)))
        .orElse(ResponseEntity.status(HttpStatus.CREATED).body(Map.of("fall", id)));
  }

  @PutMapping("/kopien/{id}")
  @ResponseStatus(HttpStatus.CREATED)
  Map<String, String> copy(
      @PathVariable String unit,
      @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization,
      @RequestBody byte[] body) {
    var copy = Json.mapper().readTree(body);
    office(unit, authorization).copy(copy);
    return Map.of("fall", copy.at("/envelope/requestId").asString());
  }

  @PutMapping("/faelle/{id}/zustellungen/{notice}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void notice(
      @PathVariable String unit,
      @PathVariable String id,
      @PathVariable String notice,
      @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization,
      @RequestBody byte[] body) {
    office(unit, authorization).notice(id, notice, Json.mapper().readTree(body));
  }

  @PutMapping("/faelle/{id}/antworten/{answer}")
  ResponseEntity<Void> answer(
      @PathVariable String unit,
      @PathVariable String id,
      @PathVariable String answer,
      @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization,
      @RequestBody byte[] body) {
    var known = office(unit, authorization).answer(id, answer, Json.mapper().readTree(body));
    return ResponseEntity.status(known ? HttpStatus.CREATED : HttpStatus.NOT_FOUND).build();
  }

  @PutMapping("/faelle/{id}/rueckzug/{withdrawal}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void withdraw(
      @PathVariable String unit,
      @PathVariable String id,
      @PathVariable String withdrawal,
      @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization,
      @RequestBody byte[] body) {
    office(unit, authorization).withdraw(id, withdrawal, Json.mapper().readTree(body));
  }

  record Page(List<JsonNode> ereignisse, int weiter) {}

  @GetMapping("/ereignisse")
  Page events(
      @PathVariable String unit,
      @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization,
      @RequestParam int nach) {
    var events = office(unit, authorization).says().after(nach, PAGE);
    return new Page(events, nach + events.size());
  }

  @GetMapping("/dokumente/{id}")
  ResponseEntity<byte[]> document(
      @PathVariable String unit,
      @PathVariable String id,
      @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization)
      throws IOException {
    return office(unit, authorization)
        .says()
        .find(id)
        .map(content ->
            ResponseEntity.ok().contentType(MediaType.APPLICATION_OCTET_STREAM).body(content))
        .orElse(ResponseEntity.notFound().build());
  }
}
