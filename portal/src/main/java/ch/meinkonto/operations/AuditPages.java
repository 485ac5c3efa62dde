package ch.meinkonto.operations;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.directory.Directory;
import ch.meinkonto.platform.web.NotFound;
import ch.meinkonto.platform.web.Page;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriComponentsBuilder;

/** What staff did: found by time, person, act, unit and reference. */
@Controller
class AuditPages {

  static final String PATH = DeskDoor.PATH + "/protokoll";

  private static final int AT_ONCE = 50;

  private final AuditSearch search;
  private final ActNames acts;
  private final Staff staff;
  private final Directory directory;
  private final Names names;

  AuditPages(AuditSearch search, ActNames acts, Staff staff, Directory directory, Names names) {
    this.search = search;
    this.acts = acts;
    this.staff = staff;
    this.directory = directory;
    this.names = names;
  }

  @Bean
  static DeskSection auditSection() {
    return new DeskSection(PATH, "operations.audit", 70, EnumSet.of(Role.OPERATOR, Role.AUDITOR));
  }

  @GetMapping(PATH)
  String find(
      @ModelAttribute AuditForm form,
      StaffMember who,
      @ModelAttribute("page") Page page,
      Model model) {
    if (!who.seesAll()) {
      throw new NotFound();
    }
    var found = search.find(AuditQuery.of(form), AT_ONCE + 1);
    var shown = found.subList(0, Math.min(found.size(), AT_ONCE));
    model.addAttribute("form", form);
    model.addAttribute("entries", shown.stream().map(row -> view(row, page)).toList());
    model.addAttribute(
        "more", found.size() > AT_ONCE ? address(form, shown.getLast().place()) : "");
    model.addAttribute("people", people(page));
    model.addAttribute(
        "acts", acts.all().stream().map(act -> Map.entry(act, acts.of(act, page))).toList());
    model.addAttribute("units", units(page));
    return "operations/audit";
  }

  private AuditView view(AuditRow row, Page page) {
    var account = row.account();
    var unit = row.unit();
    return new AuditView(
        page.formats().moment(row.at()),
        account == null ? page.text("operations.audit.terminal") : names.staff(account, page),
        what(row, page),
        unit == null ? null : names.unit(unit, page),
        row.reference(),
        row.reason());
  }

  /** A role is somebody's. */
  private String what(AuditRow row, Page page) {
    var act = acts.of(row.act(), page);
    var reference = row.reference();
    return row.act().startsWith("staff-") && reference != null
        ? act + ": " + names.staff(new AccountId(UUID.fromString(reference)), page)
        : act;
  }

  private List<Map.Entry<String, String>> people(Page page) {
    return staff.all().stream()
        .map(StaffMember::account)
        .map(account -> Map.entry(account.toString(), names.staff(account, page)))
        .sorted(Map.Entry.comparingByValue())
        .toList();
  }

  private List<Map.Entry<String, String>> units(Page page) {
    return directory.organisation().units().stream()
        .map(unit -> Map.entry(unit.id().value(), unit.name().in(page.locale())))
        .sorted(Map.Entry.comparingByValue())
        .toList();
  }

  private static String address(AuditForm form, String place) {
    return UriComponentsBuilder.fromPath(PATH)
        .queryParam("von", form.von())
        .queryParam("bis", form.bis())
        .queryParam("wer", form.wer())
        .queryParam("was", form.was())
        .queryParam("amt", form.amt())
        .queryParam("bezug", form.bezug())
        .queryParam("ab", place)
        .encode()
        .build()
        .toUriString();
  }
}
