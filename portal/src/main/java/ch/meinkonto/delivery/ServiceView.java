package ch.meinkonto.delivery;

import ch.meinkonto.operations.KnownServices.Known;
import ch.meinkonto.operations.Names;
import ch.meinkonto.platform.web.Page;
import org.jspecify.annotations.Nullable;

/**
 * What waits of a service, in the words of a page.
 *
 * @param oldest since when the oldest of it waits; null when nothing does
 * @param disturbed whether residents read now that something does not work
 */
public record ServiceView(
    String id,
    String name,
    String unitName,
    int open,
    int setAside,
    @Nullable String oldest,
    boolean disturbed) {

  static ServiceView of(Known service, Backlogs.Backlog backlog, Names names, Page page) {
    var oldest = backlog.oldest();
    return new ServiceView(
        service.id(),
        service.name(),
        names.unit(service.unit().value(), page),
        backlog.open(),
        backlog.setAside(),
        oldest == null ? null : page.formats().moment(oldest),
        service.disturbed());
  }

  /** Whether something of it waits for somebody at the desk. */
  public boolean aside() {
    return setAside > 0;
  }
}
