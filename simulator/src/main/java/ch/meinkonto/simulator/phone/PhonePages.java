package ch.meinkonto.simulator.phone;

import ch.meinkonto.simulator.Html;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The demo's SMS provider, to which the portal posts; and the phones, as a page and as JSON. */
@RestController
class PhonePages {

  private final Phones phones;
  private final Html html;

  PhonePages(Phones phones, Html html) {
    this.phones = phones;
    this.html = html;
  }

  /** What the portal posts when nothing else is set. */
  record Posted(String id, String to, String from, String text) {}

  @PostMapping("/telefon/sms")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void take(@RequestBody Posted sms) {
    phones.take(new TextMessage(sms.id(), Instant.now(), sms.to(), sms.from(), sms.text()));
  }

  @GetMapping("/telefon")
  ResponseEntity<byte[]> inbox() {
    return html.page("phone.jte", Map.of("messages", phones.newestFirst()));
  }

  @GetMapping("/telefon/sms")
  List<TextMessage> messages(@RequestParam(defaultValue = "") String to) {
    return phones.newestFirst().stream().filter(message -> message.to().contains(to)).toList();
  }
}
