package ch.meinkonto.operations;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the modules have brought to the desk, for whoever sits there. */
@Component
class Desks {

  private final List<DeskSection> sections;

  Desks(List<DeskSection> sections) {
    this.sections = sections.stream().sorted(Comparator.comparingInt(DeskSection::place)).toList();
  }

  Desk of(StaffMember member) {
    var theirs =
        sections.stream().filter(section -> section.roles().contains(member.role())).toList();
    return new Desk(member, theirs);
  }
}
