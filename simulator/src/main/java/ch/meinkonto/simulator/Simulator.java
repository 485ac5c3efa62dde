package ch.meinkonto.simulator;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** What surrounds the portal in the demo and in tests: the mailbox, and the units' own systems. */
@SpringBootApplication
@EnableScheduling
public class Simulator {

  public static void main(String[] arguments) {
    // As in the portal: a thread that loads a class keeps its carrier, and two processors have two.
    System.setProperty("jdk.virtualThreadScheduler.parallelism", "64");
    SpringApplication.run(Simulator.class, arguments);
  }
}
