package ch.meinkonto.operations;

import org.jspecify.annotations.Nullable;

/** The fields of the audit's search, as they stand in its address. */
public record AuditForm(
    @Nullable String von,
    @Nullable String bis,
    @Nullable String wer,
    @Nullable String was,
    @Nullable String amt,
    @Nullable String bezug,
    @Nullable String ab) {

  @Override
  public String von() {
    return text(von);
  }

  @Override
  public String bis() {
    return text(bis);
  }

  @Override
  public String wer() {
    return text(wer);
  }

  @Override
  public String was() {
    return text(was);
  }

  @Override
  public String amt() {
    return text(amt);
  }

  @Override
  public String bezug() {
    return text(bezug);
  }

  @Override
  public String ab() {
    return text(ab);
  }

  private static String text(@Nullable String typed) {
    return typed == null ? "" : typed;
  }
}
