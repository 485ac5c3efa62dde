package ch.meinkonto.catalogue;

import ch.meinkonto.directory.Directory;
import ch.meinkonto.directory.Unit;
import ch.meinkonto.operations.Attention;
import ch.meinkonto.operations.Names;
import ch.meinkonto.operations.NeedsAttention;
import ch.meinkonto.operations.StaffMember;
import ch.meinkonto.platform.web.Page;
import java.text.Collator;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Puts disturbances into the words of the desk. */
@Component
@Order(30)
class DisturbanceViews implements NeedsAttention {

  private final Disturbances disturbances;
  private final Catalogue catalogue;
  private final Directory directory;
  private final Names names;
  private final Clock clock;

  DisturbanceViews(
      Disturbances disturbances,
      Catalogue catalogue,
      Directory directory,
      Names names,
      Clock clock) {
    this.disturbances = disturbances;
    this.catalogue = catalogue;
    this.directory = directory;
    this.names = names;
    this.clock = clock;
  }

  @Override
  public List<Attention> look(StaffMember who, Page page) {
    var now = clock.instant();
    return disturbances.open().stream()
        .filter(one -> one.lasts(now))
        .map(one ->
            new Attention(
                Attention.Urgency.TO_KNOW,
                page.text(
                    "catalogue.disturbance.lasts",
                    scope(one, page),
                    page.formats().moment(one.ends())),
                one.in(page.locale()),
                DisturbancePages.PATH))
        .toList();
  }

  DisturbanceView of(Disturbance one, StaffMember who, Page page) {
    return new DisturbanceView(
        one.id(),
        scope(one, page),
        one.in(page.locale()),
        page.formats().moment(one.begins()),
        page.formats().moment(one.ends()),
        one.lasts(clock.instant()),
        endable(one, who));
  }

  /** Whoever may announce it may end it. */
  boolean endable(Disturbance one, StaffMember who) {
    var unit = one.unit();
    var service = one.service();
    return who.acts()
        && (unit == null
            ? who.seesAll()
            : who.sees(unit, service == null ? null : service.value()));
  }

  /** What they may announce something about: value and name. */
  List<Map.Entry<String, String>> scopes(StaffMember who, Page page) {
    var alphabet = Collator.getInstance(page.locale());
    var scopes = new ArrayList<Map.Entry<String, String>>();
    if (who.seesAll()) {
      scopes.add(Map.entry(DisturbanceForm.ALL, page.text("catalogue.disturbance.scope.all")));
    }
    catalogue.all(page.locale()).stream()
        .filter(service -> who.sees(service.unit(), service.id().value()))
        .map(service ->
            Map.entry(DisturbanceForm.SERVICE + service.id(), service.name(page.locale())))
        .forEach(scopes::add);
    directory.organisation().units().stream()
        .map(Unit::id)
        .filter(who::sees)
        .map(unit ->
            Map.entry(
                DisturbanceForm.UNIT + unit,
                page.text("catalogue.disturbance.scope.unit", names.unit(unit.value(), page))))
        .sorted(Comparator.comparing(Map.Entry::getValue, alphabet))
        .forEach(scopes::add);
    return scopes;
  }

  private String scope(Disturbance one, Page page) {
    var service = one.service();
    if (service != null) {
      return catalogue
          .find(service)
          .map(known -> known.name(page.locale()))
          .orElse(service.value());
    }
    var unit = one.unit();
    return unit == null
        ? page.text("catalogue.disturbance.scope.all")
        : page.text("catalogue.disturbance.scope.unit", names.unit(unit.value(), page));
  }
}
