package ch.meinkonto.platform.upload;

/** A form that is not read to its end; the status says why. Its words are for logs. */
final class RefusedForm extends RuntimeException {

  private final int status;

  RefusedForm(int status, String why) {
    super(why);
    this.status = status;
  }

  RefusedForm(int status, Throwable cause) {
    super("HTTP " + status, cause);
    this.status = status;
  }

  int status() {
    return status;
  }
}
