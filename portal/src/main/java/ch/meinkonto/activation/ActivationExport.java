package ch.meinkonto.activation;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.PersonalDataSource;
import ch.meinkonto.account.ReadablePart;
import ch.meinkonto.contract.ActivationLink;
import ch.meinkonto.platform.web.Page;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The services for which somebody is activated, and what is under way, in the export. */
@Component
@Order(450)
class ActivationExport implements PersonalDataSource {

  private final ActivationLinks links;
  private final SentItems items;
  private final OrderedLetters letters;
  private final OwnActivations own;

  ActivationExport(
      ActivationLinks links, SentItems items, OrderedLetters letters, OwnActivations own) {
    this.links = links;
    this.items = items;
    this.letters = letters;
    this.own = own;
  }

  /** All of it. */
  public record Exported(List<ExportedActivation> active, List<ExportedSending> sent) {}

  /**
   * An activation.
   *
   * @param link how the unit calls the person
   */
  public record ExportedActivation(
      String service, String unit, @Nullable String link, Instant since) {}

  /** What was sent to a unit; what stood in it is sealed. */
  public record ExportedSending(
      String service,
      String unit,
      String kind,
      String reference,
      String state,
      Instant at,
      @Nullable String answer) {}

  @Override
  public String name() {
    return "activations";
  }

  @Override
  public Exported export(AccountId account, Locale language) {
    return new Exported(
        links.ofAccount(account).stream()
            .map(held ->
                new ExportedActivation(
                    held.service().value(),
                    held.unit().value(),
                    links
                        .of(account, held.service(), held.unit())
                        .map(ActivationLink::value)
                        .orElse(null),
                    held.since()))
            .toList(),
        items.ofAccount(account).stream()
            .map(sent ->
                new ExportedSending(
                    sent.service().value(),
                    sent.unit().value(),
                    sent.kind().code(),
                    sent.envelope().reference().value(),
                    sent.state().code(),
                    sent.sentAt(),
                    letters.words(sent)))
            .toList());
  }

  @Override
  public ReadablePart readable(AccountId account, Page page) {
    var lines =
        own.of(account, page.locale()).stream()
            .map(activation ->
                new ReadablePart.Line(
                    page.formats().date(activation.since()),
                    activation.service(),
                    List.of(activation.unit())))
            .toList();
    return new ReadablePart(
        page.text("activation.own.title"),
        lines.isEmpty() ? List.of() : List.of(new ReadablePart.Chapter(null, null, lines)));
  }
}
