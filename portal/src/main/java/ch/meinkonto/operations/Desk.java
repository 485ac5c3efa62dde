package ch.meinkonto.operations;

import ch.meinkonto.platform.web.Page;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The frame of the desk's pages: who sits there, and where the navigation leads them. */
public record Desk(StaffMember member, List<DeskSection> sections) {

  /** Text and address of each section. */
  public List<Map.Entry<String, String>> links(Page page) {
    return sections.stream()
        .map(section -> Map.entry(page.text(section.text()), section.path()))
        .toList();
  }

  /** The section in which a page lies. */
  public String current(Page page) {
    return sections.stream()
        .map(DeskSection::path)
        .filter(path -> page.path().equals(path) || page.path().startsWith(path + "/"))
        .max(Comparator.comparingInt(String::length))
        .orElse("");
  }
}
