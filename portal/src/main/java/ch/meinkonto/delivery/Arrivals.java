package ch.meinkonto.delivery;

import ch.meinkonto.activation.ActivationSent;
import ch.meinkonto.conformance.TestDeliverySent;
import ch.meinkonto.contract.DeliveryId;
import ch.meinkonto.contract.RequestId;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.request.AnswerReceived;
import ch.meinkonto.request.CopySent;
import ch.meinkonto.request.DeliveryNoticed;
import ch.meinkonto.request.RequestReceived;
import ch.meinkonto.request.RequestWithdrawn;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Begins a delivery in the very transaction in which the request is received: there is never one
 * without the other, and no second hand that could lose it.
 */
@Component
class Arrivals {

  private final Items items;
  private final Bell bell;
  private final Clock clock;

  Arrivals(Items items, Bell bell, Clock clock) {
    this.items = items;
    this.bell = bell;
    this.clock = clock;
  }

  @EventListener
  void on(RequestReceived event) {
    begin(
        new DeliveryId(event.requestId()),
        new RequestId(event.requestId()),
        event.service(),
        new UnitId(event.unit()));
  }

  @EventListener
  void on(CopySent event) {
    begin(
        new DeliveryId(event.submissionId()),
        new RequestId(event.requestId()),
        event.service(),
        new UnitId(event.unit()));
  }

  @EventListener
  void on(AnswerReceived event) {
    begin(
        new DeliveryId(event.answerId()),
        new RequestId(event.requestId()),
        event.service(),
        new UnitId(event.unit()));
  }

  @EventListener
  void on(RequestWithdrawn event) {
    var withdrawal = event.withdrawalId();
    if (withdrawal != null) {
      begin(
          new DeliveryId(withdrawal),
          new RequestId(event.requestId()),
          event.service(),
          new UnitId(event.unit()));
    }
  }

  @EventListener
  void on(DeliveryNoticed event) {
    begin(
        new DeliveryId(event.noticeId()),
        new RequestId(event.requestId()),
        event.service(),
        new UnitId(event.unit()));
  }

  @EventListener
  void on(ActivationSent event) {
    begin(
        new DeliveryId(event.id()),
        new RequestId(event.id()),
        event.service(),
        new UnitId(event.unit()));
  }

  @EventListener
  void on(TestDeliverySent event) {
    begin(
        new DeliveryId(event.id()),
        new RequestId(event.requestId()),
        event.service(),
        new UnitId(event.unit()));
  }

  private void begin(DeliveryId delivery, RequestId request, String service, UnitId unit) {
    items.add(delivery, request, service, unit, clock.instant());
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            bell.ring(unit);
          }
        });
  }
}
