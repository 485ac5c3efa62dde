package ch.meinkonto.simulator.phone;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.springframework.stereotype.Component;

/** All phones of the city: takes all text messages, for whomever they are, and keeps the newest. */
@Component
public class Phones {

  private static final int KEPT = 200;

  private final Deque<TextMessage> messages = new ArrayDeque<>();

  /** Takes a message; one with the same id has arrived already. */
  public synchronized void take(TextMessage message) {
    if (messages.stream().anyMatch(known -> known.id().equals(message.id()))) {
      return;
    }
    messages.addFirst(message);
    while (messages.size() > KEPT) {
      messages.removeLast();
    }
  }

  /** All messages, the newest first. */
  public synchronized List<TextMessage> newestFirst() {
    return List.copyOf(messages);
  }
}
