package ch.meinkonto.simulator.mail;

import ch.meinkonto.simulator.Html;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The mailbox as pages for people and as JSON for tests. */
@RestController
class MailPages {

  private final Mailbox mailbox;
  private final Html html;

  MailPages(Mailbox mailbox, Html html) {
    this.mailbox = mailbox;
    this.html = html;
  }

  @GetMapping("/")
  ResponseEntity<byte[]> inbox() {
    return html.page("mailbox.jte", Map.of("mails", mailbox.newestFirst()));
  }

  @GetMapping("/mails/{number}")
  ResponseEntity<byte[]> mail(@PathVariable int number) {
    return mailbox
        .find(number)
        .map(mail -> html.page("mail.jte", Map.of("mail", mail)))
        .orElse(ResponseEntity.notFound().build());
  }

  @GetMapping("/mails")
  List<Mail> mails(@RequestParam(defaultValue = "") String to) {
    return mailbox.newestFirst().stream().filter(mail -> mail.to().contains(to)).toList();
  }
}
