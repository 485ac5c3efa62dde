package ch.meinkonto;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** The portal: one counter for everything a city does for its residents. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Portal {

  public static void main(String[] arguments) {
    SpringApplication.run(Portal.class, arguments);
  }
}
