package ch.meinkonto.operations;

import java.util.Set;

/**
 * Some pages of the desk that a module brings, a bean: its navigation leads there.
 *
 * @param path where they begin, below {@code /betrieb}
 * @param text the key of what they are called
 * @param place the smaller, the earlier
 * @param roles who finds them; pages themselves decide whom they show what
 */
public record DeskSection(String path, String text, int place, Set<Role> roles) {

  public DeskSection {
    roles = Set.copyOf(roles);
  }

  /** For everybody at the desk. */
  public static DeskSection forAll(String path, String text, int place) {
    return new DeskSection(path, text, place, Set.of(Role.values()));
  }
}
