package ch.meinkonto.connector.mail;

import ch.meinkonto.connector.AnsweringChannelContract;
import ch.meinkonto.connector.Target;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class MailContractTest extends AnsweringChannelContract {

  @Override
  protected Target target() throws Exception {
    return new Clerk(MailOffice.open(root));
  }

  /** Somebody at the office who reads mail and answers it. */
  private static final class Clerk implements Target {

    private final MailOffice office;
    private final Map<String, MimeMessage> written = new HashMap<>();

    Clerk(MailOffice office) {
      this.office = office;
    }

    @Override
    public String configuration() {
      return office.configuration() + office.lookup();
    }

    @Override
    public void fault(Fault fault) {
      office.smtp.fault(
          switch (fault) {
            case NONE -> Line.Fault.NONE;
            case DOWN -> Line.Fault.CUT;
            case ANSWER_LOST -> Line.Fault.DEAF;
          });
    }

    @Override
    public List<Taken> taken() throws Exception {
      List<Taken> taken = new ArrayList<>();
      for (MailOffice.Opened mail : office.opened(MailOffice.OFFICE, Cast.OFFICE)) {
        if (!mail.isNote()) {
          String subject = mail.outside().getSubject();
          taken.add(
              new Taken(
                  mail.submission(),
                  subject.substring(subject.indexOf('[') + 1, subject.indexOf(']')),
                  mail.files().entrySet().stream()
                      .filter(file ->
                          file.getKey().matches("(antrag|kopie|antwort|rueckzug|zustellung).json"))
                      .map(file -> new String(file.getValue(), StandardCharsets.UTF_8))
                      .findFirst()
                      .orElseThrow(),
                  mail.files().entrySet().stream()
                      .filter(file -> file.getKey().matches("\\d+-.*"))
                      .map(Map.Entry::getValue)
                      .toList()));
        }
      }
      return taken;
    }

    @Override
    public void say(String name, Map<String, Object> word, Map<String, byte[]> documents)
        throws Exception {
      if (!written.containsKey(name)) {
        written.put(name, reply(name, word, documents));
      }
      office.send(written.get(name));
    }

    private static String formality(Map<String, Object> word) {
      return word.containsKey("formal")
          ? "ZUSTELLUNG: Verfügung, %s Tage, gilt als zugestellt\n".formatted(word.get("days"))
          : "";
    }

    private static MimeMessage reply(
        String name, Map<String, Object> word, Map<String, byte[]> documents) throws Exception {
      String text =
          switch (String.valueOf(word.get("kind"))) {
            case "question" -> "FRAGE: " + word.get("text");
            case "state" -> "STAND: entschieden\n" + word.get("text");
            default -> formality(word) + word.get("text");
          };
      List<MimeBodyPart> parts = new ArrayList<>();
      parts.add(
          MailOffice.text(
              "%s\n\n> --- %s (%s) ---\n> \n> Neuer Antrag"
                  .formatted(text, Instructions.LINE, word.get("reference"))));
      for (Map.Entry<String, byte[]> document : documents.entrySet()) {
        parts.add(MailOffice.attachment(document.getKey(), document.getValue()));
      }
      return MailOffice.sealed(
          MailOffice.draft("<" + name + "@stadt.example>", "Re: [" + word.get("reference") + "]"),
          Cast.OFFICE,
          parts.toArray(MimeBodyPart[]::new));
    }

    @Override
    public void babble(String name) throws Exception {
      MimeMessage mail = MailOffice.draft("<" + name + "@stadt.example>", "Gewinnen Sie!");
      mail.setText("unsinn");
      mail.saveChanges();
      office.send(MailOffice.copy(mail));
    }

    @Override
    public List<String> complaints() throws Exception {
      List<String> notes = new ArrayList<>();
      for (MailOffice.Opened mail : office.opened(MailOffice.OFFICE, Cast.OFFICE)) {
        if (mail.isNote()) {
          notes.add(mail.text());
        }
      }
      return notes;
    }

    @Override
    public void close() throws Exception {
      office.close();
    }
  }
}
