package ch.meinkonto.security;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.testing.LongTime;
import jakarta.servlet.ServletContext;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every address of the portal, opened by everybody who may not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RouteWalkTest {

  private static final Duration LATER = Duration.ofMinutes(11);

  private World world;
  private Walk walk;

  @BeforeAll
  void mayaHasOneOfEverything() {
    world = new World();
    walk = new Walk(world, Declared.all());
  }

  @Test
  void everyRouteIsDeclared() {
    var portal = LongTime.portal();
    assertThat(Declared.disagreements(Routes.of(portal), Declared.all())).isEmpty();
    assertThat(Routes.unknownFilters(portal))
        .as("Say in Routes whether these filters answer an address themselves")
        .isEmpty();
    assertThat(portal.bean(ServletContext.class).getServletRegistrations().keySet())
        .as("What is not behind Spring's servlet, nobody walks")
        .containsExactly("dispatcherServlet");
  }

  @Test
  void whatIsMayasOpensForHerAndIsNotKept() {
    assertThat(walk.asTheOwner()).isEmpty();
  }

  @Test
  void withoutALoginOnlyPublicPagesOpen() {
    assertThat(walk.withoutLogin()).isEmpty();
  }

  @Test
  void whatIsMayasDoesNotExistForUrs() {
    assertThat(walk.asSomebodyElse()).isEmpty();
  }

  @Test
  void aPasswordAloneOrLongAgoIsNotEnoughWhereMoreIsAsked() {
    assertThat(walk.withTooLittle(() -> LongTime.clock().tick(LATER))).isEmpty();
  }

  @Test
  void formsOfOtherSitesAreRefused() {
    assertThat(walk.forged()).isEmpty();
  }

  @Test
  void scriptsOfOtherSitesReadNothing() {
    assertThat(walk.readFromElsewhere()).isEmpty();
  }

  @Test
  void aPageThatForgetsItsChecksIsFound() throws NoSuchMethodException {
    var anybodys = new Route("GET", "/mitteilungen/{id}/vergesslich");
    var anyLevel = new Route("GET", "/konto/passkeys-vergesslich");
    var pages = mapping();
    var first =
        RequestMappingInfo.paths(anybodys.pattern())
            .options(pages.getBuilderConfiguration())
            .build();
    var second =
        RequestMappingInfo.paths(anyLevel.pattern())
            .options(pages.getBuilderConfiguration())
            .build();
    var forgetful = new ForgetfulPages();
    pages.registerMapping(
        first, forgetful, ForgetfulPages.class.getDeclaredMethod("anybodys", String.class));
    pages.registerMapping(second, forgetful, ForgetfulPages.class.getDeclaredMethod("anyLevel"));
    try {
      assertThat(Declared.disagreements(Routes.of(LongTime.portal()), Declared.all()))
          .hasSize(2)
          .allSatisfy(wrong -> assertThat(wrong).contains("vergesslich is new: add a line"));
      var badly =
          new Walk(
              world,
              Map.of(
                  anybodys,
                  EnumSet.of(Rule.OWNER),
                  anyLevel,
                  EnumSet.of(Rule.ACCOUNT, Rule.LATELY)));
      assertThat(badly.asSomebodyElse())
          .anySatisfy(found -> assertThat(found).contains("tells Urs of Maya"))
          .anySatisfy(found -> assertThat(found).contains("has something of Maya's for Urs"));
      assertThat(badly.withTooLittle(() -> LongTime.clock().tick(LATER)))
          .anySatisfy(found -> assertThat(found).contains("is content with a password"))
          .anySatisfy(found -> assertThat(found).contains("is content with an old proof"));
    } finally {
      pages.unregisterMapping(first);
      pages.unregisterMapping(second);
    }
  }

  @Test
  void aPageThatIsOpenWhereItShouldNotBeIsFound() {
    var open = new Route("GET", "/hilfe");
    var outside = new Route("POST", "/sso/authorize");
    var badly = new Walk(world, Map.of(open, Set.of(Rule.ACCOUNT), outside, Set.of(Rule.PUBLIC)));
    assertThat(badly.withoutLogin())
        .containsExactly("GET /hilfe answers who is not logged in: 200 ");
    assertThat(badly.forged())
        .anySatisfy(found -> assertThat(found).contains("takes a form without a token"));
  }

  private static RequestMappingHandlerMapping mapping() {
    return LongTime.portal().beans(RequestMappingHandlerMapping.class).stream()
        .filter(found -> found.getClass() == RequestMappingHandlerMapping.class)
        .findFirst()
        .orElseThrow();
  }
}
