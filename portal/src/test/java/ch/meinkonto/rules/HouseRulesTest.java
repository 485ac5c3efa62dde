package ch.meinkonto.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HouseRulesTest {

  private static final JavaClasses PORTAL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("/gg/jte/generated/"))
          .importPackages("ch.meinkonto");

  private static final JavaClasses COUNTEREXAMPLES =
      new ClassFileImporter().importPackages("ch.meinkonto.rules.counterexample");

  static Stream<ArchRule> rules() {
    return Stream.of(
        HouseRules.NAMES_SAY_WHAT_A_THING_IS,
        HouseRules.TIME_COMES_FROM_THE_CLOCK,
        HouseRules.DOORS_ARE_NO_PUBLIC_API,
        HouseRules.WHAT_A_CLASS_NEEDS_IS_IN_ITS_CONSTRUCTOR,
        HouseRules.NOTHING_IS_PRINTED,
        HouseRules.NO_COMMANDS_ARE_RUN,
        HouseRules.CALLS_FOLLOW_NO_REDIRECT,
        HouseRules.INPUT_IS_NEVER_CODE_NOR_OBJECTS,
        HouseRules.WHO_SEALS_SAYS_WHERE);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void thePortalKeepsIt(ArchRule rule) {
    rule.check(PORTAL);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void itBites(ArchRule rule) {
    assertThat(rule.evaluate(COUNTEREXAMPLES).hasViolation()).isTrue();
  }
}
