package ch.meinkonto.request;

import ch.meinkonto.contract.RequestId;
import ch.meinkonto.payment.Purchase;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Requests are paid before their units get them. */
@Component
class PaidRequests implements Purchase {

  static final String KIND = "request";

  private final HeldRequests held;
  private final Envelopes envelopes;
  private final RequestViews views;
  private final ContractEnvelopes contract;
  private final Announcements announcements;
  private final ApplicationEventPublisher events;

  PaidRequests(
      HeldRequests held,
      Envelopes envelopes,
      RequestViews views,
      ContractEnvelopes contract,
      Announcements announcements,
      ApplicationEventPublisher events) {
    this.held = held;
    this.envelopes = envelopes;
    this.views = views;
    this.contract = contract;
    this.announcements = announcements;
    this.events = events;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean release(UUID purchase) {
    var released = held.release(new RequestId(purchase));
    released.ifPresent(this::announce);
    return released.isPresent();
  }

  private void announce(HeldRequests.Released released) {
    var request = released.request();
    announcements.received(request, released.receipt(), null);
    for (var copy : released.copies()) {
      announcements.copied(request, contract.copy(request.elsewhere(copy.unit()), copy.id()));
    }
  }

  @Override
  public void drop(UUID purchase) {
    held.erase(new RequestId(purchase));
    events.publishEvent(new RequestDropped(purchase));
  }

  @Override
  public String next(UUID purchase) {
    return envelopes.find(new RequestId(purchase)).map(views::url).orElse("/antraege");
  }

  @Override
  public String change(UUID purchase) {
    return held.draft(new RequestId(purchase))
        .map(draft -> "/antrag/" + draft + "/pruefen")
        .orElse("/antraege");
  }
}
