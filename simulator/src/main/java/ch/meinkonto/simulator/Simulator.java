package ch.meinkonto.simulator;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** What surrounds the portal in the demo and in tests: the mailbox, and the units' own systems. */
@SpringBootApplication
@EnableScheduling
public class Simulator {

  public static void main(String[] arguments) {
    SpringApplication.run(Simulator.class, arguments);
  }
}
