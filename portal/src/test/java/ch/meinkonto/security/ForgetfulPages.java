package ch.meinkonto.security;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/** Pages that forget what pages must not forget; only the walk's counter-example puts them in. */
class ForgetfulPages {

  /** Forgets to look whose it is. */
  @ResponseBody
  String anybodys(@PathVariable String id) {
    return "Thread " + id + " of Frau " + World.MARK;
  }

  /** Forgets to ask for a proof. */
  @ResponseBody
  String anyLevel() {
    return "Your factors";
  }
}
