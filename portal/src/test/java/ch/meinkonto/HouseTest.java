package ch.meinkonto;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The modules and the arrows between them are as the plan of the house says. */
class HouseTest {

  @Test
  void noModuleReachesWhereItMayNot() {
    ApplicationModules.of(Portal.class).verify();
  }
}
