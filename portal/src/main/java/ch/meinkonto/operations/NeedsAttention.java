package ch.meinkonto.operations;

import ch.meinkonto.platform.web.Page;
import java.util.List;

/** A module's own eye on what staff should look at: a bean. */
public interface NeedsAttention {

  /** What there is now, of all that this member of staff may see, the most important first. */
  List<Attention> look(StaffMember who, Page page);
}
