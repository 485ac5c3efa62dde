package ch.meinkonto.simulator.office;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.meinkonto.simulator.Html;
import ch.meinkonto.simulator.SimulatorSettings;
import ch.meinkonto.simulator.letter.Letterboxes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.mock.env.MockEnvironment;

/** A city of three units that the connector is to serve; it knows two of them so far. */
class OfficesTest {

  private final AtomicInteger worked = new AtomicInteger();
  private final AnnotationConfigApplicationContext city = new AnnotationConfigApplicationContext();
  @TempDir Path folder;

  private record Played(Room room, Runnable day) implements Office {
    @Override
    public void work() {
      day.run();
    }
  }

  private record Kind(String name, Runnable day) implements OfficeKind {
    @Override
    public Office open(Room room) {
      return new Played(room, day);
    }
  }

  @BeforeEach
  void open() throws IOException {
    Files.writeString(folder.resolve("simulation.yaml"), "usual: []\n");
    Files.writeString(
        folder.resolve("organisation.yaml"),
        """
        units:
          - { id: amt-a, channel: connector }
          - { id: amt-b, channel: connector }
          - { id: amt-c, channel: connector }
        """);
    Files.writeString(
        folder.resolve("connector.yaml"),
        "units: { amt-a: { channel: broken }, amt-b: { channel: fine } }\n");
    var services = Files.createDirectories(folder.resolve("services"));
    for (var unit : new String[] {"amt-a", "amt-b", "amt-c"}) {
      Files.writeString(services.resolve(unit + ".yaml"), "unit: " + unit + "\n");
    }
    city.setEnvironment(
        new MockEnvironment()
            .withProperty("simulator.city-dir", folder.toString())
            .withProperty("simulator.data-dir", folder.resolve("data").toString())
            .withProperty("simulator.pace-millis", "1"));
    city.registerBean(
        "broken",
        OfficeKind.class,
        () ->
            new Kind(
                "broken",
                () -> {
                  throw new IllegalStateException("its system is down");
                }));
    city.registerBean("fine", OfficeKind.class, () -> new Kind("fine", worked::incrementAndGet));
    city.register(SimulatorSettings.class, Letterboxes.class, Offices.class);
    city.refresh();
  }

  @AfterEach
  void close() {
    city.close();
  }

  @Test
  void whatHappensInOneOfficeKeepsNoOtherFromItsWork() {
    city.getBean(Offices.class).open();

    await().until(() -> worked.get() > 2);
  }

  @Test
  void switchesOnOnlyWhatAnOfficeCanHave() {
    var pages = new FaultPages(city.getBean(Offices.class), new Html());
    pages.set("amt-b", List.of("slow", "duplicate"));
    var switches = city.getBean(Offices.class).find("amt-b").orElseThrow().room().switches();
    assertThat(switches.on()).containsExactlyInAnyOrder(Fault.SLOW, Fault.DUPLICATE);
    assertThat(new String(pages.all().getBody(), UTF_8))
        .contains("amt-a", "value=\"slow\" checked", "value=\"down\">");

    assertThatThrownBy(() -> pages.set("amt-b", List.of("slow", "on fire")))
        .hasMessageContaining("400");
    assertThatThrownBy(() -> pages.set("amt-z", List.of())).hasMessageContaining("404");
    assertThat(switches.on()).hasSize(2);
    pages.set("amt-b", List.of());
    assertThat(switches.on()).isEmpty();
  }

  @Test
  void playsNobodyWhomTheConnectorDoesNotServeYet() {
    assertThat(city.getBean(Offices.class).all())
        .extracting(Office::unitId)
        .containsExactly("amt-a", "amt-b");
  }
}
