package ch.meinkonto.simulator.payment;

import org.springframework.stereotype.Component;

/** The fault that is switched on. */
@Component
class Faults {

  private volatile Fault now = Fault.NONE;

  Fault now() {
    return now;
  }

  void set(Fault fault) {
    now = fault;
  }
}
