package ch.meinkonto.catalogue;

import ch.meinkonto.directory.UnitId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a unit offers, as its file describes it; its form belongs to the module {@code form}.
 *
 * @param version of the sealed answer’s schema
 * @param situations where residents look for it, the most fitting first
 * @param aliases ids it had before: their addresses still lead here
 * @param texts what its page says
 * @param activation the code by letter that it asks for once; null when it asks for none
 * @param answersAtOnce whether its unit answers within seconds, so that it is worth waiting
 * @param audience whose accounts may send it
 * @param byMandate whether somebody may send it for somebody else who gave them a mandate
 */
public record Service(
    ServiceId id,
    UnitId unit,
    int version,
    Level level,
    Reach reach,
    List<LifeSituationId> situations,
    List<ServiceId> aliases,
    ServiceTexts texts,
    @Nullable Activation activation,
    boolean answersAtOnce,
    Audience audience,
    boolean byMandate) {

  public Service {
    situations = List.copyOf(situations);
    aliases = List.copyOf(aliases);
  }

  /** What it is called. */
  public String name(Locale locale) {
    return texts.name().in(locale);
  }

  /** What it is, in a sentence or two. */
  public String summary(Locale locale) {
    return texts.summary().in(locale);
  }

  /** The address of its page. */
  public String path() {
    return "/dienste/" + id;
  }
}
