package ch.meinkonto.delivery;

import ch.meinkonto.account.FieldErrors;
import ch.meinkonto.directory.KeyRegistration;
import ch.meinkonto.directory.KeyRegistration.State;
import ch.meinkonto.directory.KeyRegistrations;
import ch.meinkonto.operations.Attention;
import ch.meinkonto.operations.DeskSection;
import ch.meinkonto.operations.FreshProof;
import ch.meinkonto.operations.Names;
import ch.meinkonto.operations.NeedsAttention;
import ch.meinkonto.operations.Reason;
import ch.meinkonto.operations.StaffMember;
import ch.meinkonto.platform.web.Flash;
import ch.meinkonto.platform.web.NotFound;
import ch.meinkonto.platform.web.Page;
import ch.meinkonto.platform.web.Texts;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Keys that units handed in: those that wait for two pairs of eyes, and those that count. */
@Controller
@RequestMapping(KeyDeskPages.PATH)
class KeyDeskPages {

  static final String PATH = "/betrieb/anmeldungen";

  private final KeyRegistrations registrations;
  private final KeyProposals keys;
  private final Names names;
  private final Texts texts;

  KeyDeskPages(KeyRegistrations registrations, KeyProposals keys, Names names, Texts texts) {
    this.registrations = registrations;
    this.keys = keys;
    this.names = names;
    this.texts = texts;
  }

  @Bean
  static DeskSection registrationSection() {
    return DeskSection.forAll(PATH, "delivery.keys", 55);
  }

  /** Nothing sealed reaches a unit whose keys wait. */
  @Bean
  @Order(15)
  static NeedsAttention waitingKeys(KeyRegistrations registrations) {
    return (who, page) -> {
      var waiting =
          registrations.all().stream()
              .filter(one -> one.state() == State.WAITING && who.sees(one.unit()))
              .count();
      return waiting == 0
          ? List.of()
          : List.of(
              new Attention(
                  Attention.Urgency.SOON,
                  page.text("delivery.keys.attention", waiting),
                  page.text("delivery.keys.attention.text"),
                  PATH));
    };
  }

  @GetMapping
  String all(StaffMember who, @ModelAttribute("page") Page page, Model model) {
    var views =
        registrations.all().reversed().stream()
            .filter(one -> who.sees(one.unit()))
            .filter(one -> one.state() == State.WAITING || one.state() == State.CONFIRMED)
            .map(one -> KeyDeskView.of(one, names, page))
            .toList();
    model.addAttribute("waiting", views.stream().filter(KeyDeskView::waiting).toList());
    model.addAttribute("counting", views.stream().filter(one -> !one.waiting()).toList());
    return "delivery/registrations";
  }

  @FreshProof
  @GetMapping("/{id}")
  String one(
      @PathVariable String id, StaffMember who, @ModelAttribute("page") Page page, Model model) {
    return show(found(id, who), "", new FieldErrors(), page, model);
  }

  @PostMapping("/{id}/stimmt")
  String compared(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String reason,
      StaffMember who,
      @ModelAttribute("page") Page page,
      HttpServletResponse response,
      RedirectAttributes redirect,
      Model model) {
    return decide(
        found(id, who),
        reason,
        page,
        response,
        model,
        (one, why) -> {
          if (one.state() != State.WAITING) {
            Flash.warning(redirect, texts, "delivery.keys.over");
          } else if (keys.propose(who, one, why)) {
            Flash.success(redirect, texts, "delivery.proposed");
          } else {
            Flash.warning(redirect, texts, "delivery.proposed-already");
          }
        });
  }

  @PostMapping("/{id}/sperren")
  String end(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String reason,
      StaffMember who,
      @ModelAttribute("page") Page page,
      HttpServletResponse response,
      RedirectAttributes redirect,
      Model model) {
    return decide(
        found(id, who),
        reason,
        page,
        response,
        model,
        (one, why) -> {
          if (keys.end(who, one, why)) {
            Flash.success(redirect, texts, "delivery.keys.ended");
          } else {
            Flash.warning(redirect, texts, "delivery.keys.over");
          }
        });
  }

  /** Whatever is decided has a reason. */
  private String decide(
      KeyRegistration one,
      String reason,
      Page page,
      HttpServletResponse response,
      Model model,
      BiConsumer<KeyRegistration, String> decision) {
    var errors = new FieldErrors();
    var why = Reason.of(reason, errors);
    if (!errors.none()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return show(one, why, errors, page, model);
    }
    decision.accept(one, why);
    return "redirect:" + PATH;
  }

  private String show(
      KeyRegistration one, String reason, FieldErrors errors, Page page, Model model) {
    model.addAttribute("one", KeyDeskView.of(one, names, page));
    model.addAttribute("reason", reason);
    model.addAttribute("errors", errors);
    return "delivery/registration";
  }

  private KeyRegistration found(String id, StaffMember who) {
    try {
      return registrations
          .find(UUID.fromString(id))
          .filter(one -> who.sees(one.unit()))
          .orElseThrow(NotFound::new);
    } catch (IllegalArgumentException notAnId) {
      throw new NotFound();
    }
  }
}
