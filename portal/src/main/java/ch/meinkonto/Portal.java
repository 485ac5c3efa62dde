package ch.meinkonto;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The portal: one counter for everything a city does for its residents. */
@SpringBootApplication
public class Portal {

  public static void main(String[] arguments) {
    SpringApplication.run(Portal.class, arguments);
  }
}
