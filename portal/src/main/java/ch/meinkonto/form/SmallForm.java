package ch.meinkonto.form;

/** The fields of a unit's question, checked: whoever holds one knows that it can be asked. */
public final class SmallForm {

  private final Form form;

  SmallForm(Form form) {
    this.form = form;
  }

  Form form() {
    return form;
  }

  Step step() {
    return form.steps().getFirst();
  }

  /** Whether files can be added. */
  public boolean takesFiles() {
    return form.takesFiles();
  }
}
