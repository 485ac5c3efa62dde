package ch.meinkonto.booking;

import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.platform.crypto.LookupHash;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells whether it is the same person again, and does not keep who. */
@Component
class Persons {

  private final LookupHash hash;

  Persons(LookupHash hash) {
    this.hash = hash;
  }

  /**
   * A keyed hash of what tells each of them from others, for this offer alone; in an order in which
   * two who note the same ones never wait for each other.
   */
  List<byte[]> of(ServiceId service, String offer, List<String> persons) {
    var place = service + "/" + offer + "/";
    return persons.stream()
        .map(person -> hash.of("booking-person", place + person))
        .sorted(Arrays::compareUnsigned)
        .toList();
  }
}
