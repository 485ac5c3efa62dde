package ch.meinkonto;

import ch.meinkonto.platform.Carriers;
import ch.meinkonto.platform.PortalCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** The portal: one counter for everything a city does for its residents. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Portal {

  public static void main(String[] arguments) {
    Carriers.provide();
    if (PortalCommand.isWanted(arguments)) {
      System.exit(PortalCommand.run(Portal.class, arguments));
    }
    SpringApplication.run(Portal.class, arguments);
  }
}
