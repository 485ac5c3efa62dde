package ch.meinkonto.entrance;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When people wait, and how many get in.
 *
 * @param services before which the waiting room opens by itself, when the nodes have too much to do
 * @param target admission grows as long as 95 of 100 pages take less than half of it, and shrinks
 *     when they take more
 * @param inFlight how many requests a node may be answering at once, with the same meaning
 * @param overloaded the waiting room opens by itself when pages take longer than this, or twice as
 *     many requests are being answered, for some seconds
 * @param floor how many a minute get in at least, when it opened by itself
 * @param ceiling how many at most
 * @param stay how long an admission lasts after the last click
 */
@ConfigurationProperties("meinkonto.entrance")
record EntranceSettings(
    @DefaultValue List<String> services,
    @DefaultValue("300ms") Duration target,
    @DefaultValue("100") int inFlight,
    @DefaultValue("1s") Duration overloaded,
    @DefaultValue("60") int floor,
    @DefaultValue("1200") int ceiling,
    @DefaultValue("20m") Duration stay) {

  EntranceSettings {
    services = services.stream().map(String::strip).filter(id -> !id.isEmpty()).toList();
  }
}
