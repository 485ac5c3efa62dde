package ch.meinkonto.connector.soap;

import ch.meinkonto.connector.handover.Handover;
import ch.meinkonto.connector.handover.NotNow;
import ch.meinkonto.connector.mapping.MappingFailed;
import ch.meinkonto.connector.soap.exchange.Deliver;
import ch.meinkonto.connector.soap.exchange.DeliverResponse;
import ch.meinkonto.connector.soap.exchange.LaterType;
import ch.meinkonto.connector.soap.exchange.RejectedType;
import ch.meinkonto.unit.Outcome;
import ch.meinkonto.unit.ReceivedRequest;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Brings submissions to the service. One that may have arrived before is brought again under the
 * same name: by its description, the service takes it once.
 */
record Sending(Consignments consignments, Exchange exchange, SetAside aside)
    implements Handover.Way {

  private static final Duration SET_ASIDE = Duration.ofMinutes(15);
  private static final int LONGEST_CODE = 60;
  private static final int LONGEST_TEXT = 20_000;

  @Override
  public Outcome bring(ReceivedRequest request, boolean again)
      throws NotNow, MappingFailed, IOException {
    Deliver message = consignments.of(request);
    try {
      Outcome outcome = outcome(exchange.call("deliver", message, DeliverResponse.class), message);
      aside.over(request.id());
      return outcome;
    } catch (MessageRefused e) {
      aside.add(request, e.code());
      return Outcome.tryLater(SET_ASIDE);
    }
  }

  private static Outcome outcome(DeliverResponse answer, Deliver message) throws NotNow {
    if (answer.getHeader() == null
        || !message.getHeader().getMessageId().equals(answer.getHeader().getReferenceMessageId())) {
      throw new NotNow("its system answers to another message");
    }
    if (answer.getTaken() != null) {
      return Outcome.accepted();
    }
    if (answer.getRejected() != null) {
      return rejected(answer.getRejected());
    }
    throw later(answer.getLater());
  }

  private static Outcome rejected(RejectedType why) throws NotNow {
    String code = why.getCode();
    String text = why.getText();
    if (!isText(code, LONGEST_CODE) || !isText(text, LONGEST_TEXT)) {
      throw new NotNow("its system rejects, and does not say why");
    }
    return Outcome.rejected(code.strip(), text.strip());
  }

  private static boolean isText(@Nullable String text, int longest) {
    return text != null && !text.isBlank() && text.length() <= longest;
  }

  private static NotNow later(@Nullable LaterType later) {
    if (later == null) {
      return new NotNow("its system neither takes nor rejects");
    }
    Integer seconds = later.getSeconds();
    return seconds == null || seconds < 1
        ? new NotNow("its system says: later")
        : new NotNow("its system says: later", Duration.ofSeconds(seconds));
  }
}
