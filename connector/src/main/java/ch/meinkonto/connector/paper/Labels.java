package ch.meinkonto.connector.paper;

import ch.meinkonto.contract.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What the fields of a service's requests are called: the titles in the JSON Schema that the portal
 * publishes. A version's schema never changes, so each is fetched once. Without it, a request is
 * still readable by its fields' ids.
 */
public final class Labels {

  private static final Logger log = LoggerFactory.getLogger(Labels.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int LARGEST = 1024 * 1024;

  private final String portal;
  private final Map<String, JsonNode> schemas = new ConcurrentHashMap<>();

  /**
   * Labels from this portal.
   *
   * @param portal its address; schemas are fetched from nowhere else
   */
  public Labels(String portal) {
    this.portal = portal;
  }

  /** The schema at this address, if it can be had now. */
  public Optional<JsonNode> schema(@Nullable String address) {
    if (address == null || !address.startsWith(portal + "/")) {
      return Optional.empty();
    }
    JsonNode known = schemas.get(address);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<JsonNode> fetched = fetch(address);
    fetched.ifPresent(schema -> schemas.put(address, schema));
    return fetched;
  }

  private static Optional<JsonNode> fetch(String address) {
    try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      HttpResponse<String> response =
          http.send(
              HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE).build(),
              BodyHandlers.limiting(BodyHandlers.ofString(), LARGEST));
      if (response.statusCode() == 200) {
        return Optional.of(Json.mapper().readTree(response.body()));
      }
      log.warn("{}: status {}; labels are ids for now", address, response.statusCode());
    } catch (IOException | JacksonException | IllegalArgumentException e) {
      log.warn("{}: {}; labels are ids for now", address, e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Optional.empty();
  }
}
