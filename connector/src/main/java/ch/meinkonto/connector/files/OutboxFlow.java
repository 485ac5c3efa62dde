package ch.meinkonto.connector.files;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.integration.core.MessageSource;
import org.springframework.integration.dsl.IntegrationFlow;
import org.springframework.integration.dsl.PollerSpec;
import org.springframework.messaging.support.GenericMessage;

/** Looks for words and sends them, round after round. */
public final class OutboxFlow {

  private OutboxFlow() {}

  /**
   * A flow that starts by itself.
   *
   * @param waiting the words that are ready to be sent
   * @param send sends one
   * @param poller how often it looks
   */
  public static IntegrationFlow of(
      Supplier<List<String>> waiting, Consumer<String> send, PollerSpec poller) {
    MessageSource<List<String>> source =
        () -> {
          List<String> words = waiting.get();
          return words.isEmpty() ? null : new GenericMessage<>(words);
        };
    return IntegrationFlow.from(source, endpoint -> endpoint.poller(poller))
        .split()
        .handle(
            String.class,
            (word, _) -> {
              send.accept(word);
              return null;
            })
        .get();
  }
}
