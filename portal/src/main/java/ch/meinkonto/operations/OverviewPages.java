package ch.meinkonto.operations;

import ch.meinkonto.platform.web.Page;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What needs attention first, all modules together. */
@Controller
class OverviewPages {

  private final List<NeedsAttention> eyes;

  OverviewPages(List<NeedsAttention> eyes) {
    this.eyes = List.copyOf(eyes);
  }

  @Bean
  static DeskSection overviewSection() {
    return DeskSection.forAll(DeskDoor.PATH, "operations.overview", 0);
  }

  @GetMapping(DeskDoor.PATH)
  String overview(StaffMember who, @ModelAttribute("page") Page page, Model model) {
    var found = eyes.stream().flatMap(eye -> eye.look(who, page).stream()).toList();
    var sorted = new LinkedHashMap<Attention.Urgency, List<Attention>>();
    Arrays.stream(Attention.Urgency.values())
        .forEach(urgency ->
            sorted.put(urgency, found.stream().filter(one -> one.urgency() == urgency).toList()));
    model.addAttribute("attention", sorted);
    return "operations/overview";
  }
}
