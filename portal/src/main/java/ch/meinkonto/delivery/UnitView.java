package ch.meinkonto.delivery;

import ch.meinkonto.operations.Names;
import ch.meinkonto.platform.web.Page;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A unit's health in the words of a page.
 *
 * @param tags what is not well, with the kind of tag it gets
 * @param failure why pushes fail; null when they do not
 * @param pausedUntil null when it is not paused
 */
public record UnitView(
    String id,
    String name,
    String way,
    @Nullable String seen,
    int open,
    int setAside,
    @Nullable String oldest,
    List<Map.Entry<String, String>> tags,
    @Nullable String failure,
    @Nullable String pausedUntil) {

  static UnitView of(Health health, Names names, Page page) {
    var contact = health.contact();
    var failure = contact.failure();
    return new UnitView(
        health.unit().value(),
        names.unit(health.unit().value(), page),
        page.text(health.pushed() ? "delivery.way.push" : "delivery.way.pull"),
        moment(contact.seen(), page),
        health.backlog().open(),
        health.backlog().setAside(),
        moment(health.backlog().oldest(), page),
        health.troubles().stream()
            .map(trouble ->
                Map.entry(page.text("delivery.trouble." + trouble.code()), trouble.kind()))
            .toList(),
        contact.failing() && failure != null ? Why.push(failure, page) : null,
        moment(health.pause().map(Pauses.Pause::until).orElse(null), page));
  }

  private static @Nullable String moment(@Nullable Instant instant, Page page) {
    return Optional.ofNullable(instant).map(page.formats()::moment).orElse(null);
  }
}
