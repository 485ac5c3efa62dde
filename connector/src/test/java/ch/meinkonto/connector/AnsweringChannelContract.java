package ch.meinkonto.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.meinkonto.connector.Target.Fault;
import ch.meinkonto.connector.Target.Taken;
import ch.meinkonto.unit.ReceivedRequest;
import org.junit.jupiter.api.Test;

/** What a kind of channel keeps, too, whose systems answer over a network: answers get lost. */
public abstract class AnsweringChannelContract extends ChannelContract {

  @Test
  void bringsItOnceThoughTheSystemsAnswerWasLost() throws Exception {
    target.fault(Fault.ANSWER_LOST);
    ReceivedRequest umbrella = Samples.lostUmbrella();
    portal.offer(umbrella);
    await().atMost(SOON).until(() -> !target.taken().isEmpty());

    target.fault(Fault.NONE);
    portal.offer(umbrella); // its next try comes soon
    portal.offer(Samples.lostUmbrella());
    await().atMost(SOON).until(() -> target.taken().size() > 1);
    assertThat(target.taken().stream().map(Taken::submission)).doesNotHaveDuplicates();
  }
}
