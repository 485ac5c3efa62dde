package ch.meinkonto.simulator.office;

import java.util.List;
import java.util.Map;

/** One unit's own system: takes requests, and works on them step by step. */
interface Office {

  /** Which unit it is. */
  String unitId();

  /** All cases it ever took. */
  List<Case> cases();

  /** Takes what comes in until the office closes. */
  void receive();

  /** Takes what the portal pushes; gives the HTTP status to answer with. */
  int push(Map<String, String> headers, byte[] body);

  /** Does what is due. */
  void work();
}
