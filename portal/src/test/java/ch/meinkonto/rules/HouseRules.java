package ch.meinkonto.rules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import ch.meinkonto.platform.OutgoingHttp;
import ch.meinkonto.platform.crypto.MasterKey;
import ch.meinkonto.platform.crypto.SealedColumn;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.io.ObjectInputStream;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.temporal.Temporal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RestController;

/** What holds everywhere in the portal's code, whatever it does. */
final class HouseRules {

  static final ArchRule NAMES_SAY_WHAT_A_THING_IS =
      noClasses()
          .should()
          .haveNameMatching(".*(Impl|Manager|Utils?|Helper|Dto)")
          .because("a name from the field says more (docs/house.md)");

  static final ArchRule TIME_COMES_FROM_THE_CLOCK =
      noClasses()
          .should()
          .callMethodWhere(readsTheMachinesTime())
          .because("tests tick the injected Clock");

  static final ArchRule DOORS_ARE_NO_PUBLIC_API =
      classes()
          .that()
          .areAnnotatedWith(Controller.class)
          .or()
          .areAnnotatedWith(RestController.class)
          .should()
          .notBePublic()
          .because("other modules call a module's entry, not its pages");

  static final ArchRule WHAT_A_CLASS_NEEDS_IS_IN_ITS_CONSTRUCTOR =
      fields()
          .should()
          .notBeAnnotatedWith(Autowired.class)
          .because("final fields set by the constructor cannot be forgotten");

  static final ArchRule NOTHING_IS_PRINTED =
      noClasses()
          .that(DescribedPredicate.not(areCommands()))
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .callMethodWhere(named("printStackTrace"))
          .because("operators read the log");

  /** The demo ends a database that a killed portal left behind, by the number of its process. */
  static final ArchRule NO_COMMANDS_ARE_RUN =
      noClasses()
          .that()
          .doNotHaveSimpleName("OrphanedServer")
          .should()
          .dependOnClassesThat(equivalentTo(ProcessBuilder.class))
          .orShould()
          .callMethodWhere(named("exec"))
          .because("what is never run cannot be injected into (OWASP ASVS 1.2.5)");

  static final ArchRule INPUT_IS_NEVER_CODE_NOR_OBJECTS =
      noClasses()
          .should()
          .dependOnClassesThat(equivalentTo(ObjectInputStream.class))
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "javax.script..", "javax.naming..", "org.springframework.expression..")
          .because("no type and no code comes from outside (OWASP ASVS 1.3.2, 1.3.8, 1.5.2)");

  /** The units' library, which the tests speak with, has only the portal to call. */
  static final ArchRule CALLS_FOLLOW_NO_REDIRECT =
      noClasses()
          .that()
          .doNotBelongToAnyOf(OutgoingHttp.class)
          .and()
          .resideOutsideOfPackage("ch.meinkonto.unit..")
          .should()
          .callMethod(HttpClient.class, "newBuilder")
          .orShould()
          .callMethod(HttpClient.class, "newHttpClient")
          .orShould()
          .callMethod(HttpClient.Builder.class, "followRedirects", HttpClient.Redirect.class)
          .because("where it is called is what was checked (OWASP ASVS 15.3.2)");

  static final ArchRule WHO_SEALS_SAYS_WHERE =
      classes()
          .that(DescribedPredicate.describe("seal with the master key", HouseRules::seals))
          .and()
          .doNotBelongToAnyOf(MasterKey.class)
          .and()
          .doNotHaveSimpleName("Resealing")
          .should(
              ArchCondition.from(
                  DescribedPredicate.describe(
                      "declare a SealedColumn", HouseRules::declaresASealedColumn)))
          .because("a rotation of the master key finds only what is declared");

  private HouseRules() {}

  private static boolean seals(JavaClass type) {
    return type.getMethodCallsFromSelf().stream()
        .map(JavaMethodCall::getTarget)
        .anyMatch(target ->
            target.getOwner().isEquivalentTo(MasterKey.class) && target.getName().equals("seal"));
  }

  private static boolean declaresASealedColumn(JavaClass type) {
    return type.getMethods().stream()
        .anyMatch(method ->
            method.isAnnotatedWith(Bean.class)
                && method.getRawReturnType().isEquivalentTo(SealedColumn.class));
  }

  /**
   * Commands answer on the terminal: {@code bin/portal}, {@code bin/city}, {@code bin/libraries}.
   */
  private static DescribedPredicate<JavaClass> areCommands() {
    return DescribedPredicate.describe(
        "commands",
        type ->
            type.getSimpleName().endsWith("Command")
                || type.getSimpleName().equals("CityCheck")
                || type.getSimpleName().equals("CityDraw")
                || type.getSimpleName().equals("LibraryCheck"));
  }

  private static DescribedPredicate<JavaMethodCall> readsTheMachinesTime() {
    return DescribedPredicate.describe(
        "read the machine's time",
        call -> {
          MethodCallTarget target = call.getTarget();
          JavaClass owner = target.getOwner();
          var now =
              target.getName().equals("now")
                  && owner.isAssignableTo(Temporal.class)
                  && target.getRawParameterTypes().stream()
                      .noneMatch(type -> type.isEquivalentTo(Clock.class));
          return now
              || (owner.isEquivalentTo(System.class)
                  && target.getName().equals("currentTimeMillis"));
        });
  }

  private static DescribedPredicate<JavaMethodCall> named(String name) {
    return DescribedPredicate.describe(
        "call " + name, call -> call.getTarget().getName().equals(name));
  }
}
