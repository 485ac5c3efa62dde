package ch.meinkonto.notification;

import ch.meinkonto.platform.web.Texts;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells letterboxes something on paper: the letter is stored in the caller's transaction and handed
 * to whoever prints and posts right after it, beside the request.
 */
@Component
public class PaperLetters {

  private final Outgoing outgoing;
  private final Gateways gateways;
  private final LetterPdf pdf;
  private final Texts texts;
  private final CityName city;

  PaperLetters(Outgoing outgoing, Gateways gateways, LetterPdf pdf, Texts texts, CityName city) {
    this.outgoing = outgoing;
    this.gateways = gateways;
    this.pdf = pdf;
    this.texts = texts;
    this.city = city;
  }

  /** Whether there is somebody who prints and posts them. */
  public boolean available() {
    return gateways.of(Carrier.LETTER).isPresent();
  }

  /** Sends it once the caller's transaction is through. */
  @Transactional
  public void send(PaperLetter letter) {
    var subject = text(letter, "subject");
    var body = text(letter, "body");
    var to = letter.to();
    var document = pdf.of(letter, subject, body, city.in(letter.locale()));
    var values = new HashMap<String, String>();
    values.put("name", to.name());
    values.put("extra", to.extra());
    values.put("street", to.street());
    values.put("postcode", to.postcode());
    values.put("town", to.town());
    values.put("country", to.country());
    values.put("language", letter.locale().getLanguage());
    values.put("subject", subject);
    values.put("text", body);
    values.put("pdf", Base64.getEncoder().encodeToString(document));
    outgoing.add(Carrier.LETTER, values, letter.sendUntil());
  }

  private String text(PaperLetter letter, String part) {
    Map<String, String> values = new HashMap<>(letter.values());
    values.putIfAbsent("city", city.in(letter.locale()));
    var key = "notification.letter." + letter.kind() + "." + part;
    return Letters.filled(texts.text(letter.locale(), key), values);
  }
}
