package ch.meinkonto.platform.library;

import java.io.InputStream;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** The list of libraries that the build lays into the program (CycloneDX). */
public final class Inventory {

  /** Where it lies. */
  public static final String PLACE = "META-INF/sbom/application.cdx.json";

  private static final String OF_THE_HOUSE = "ch.meinkonto";

  private Inventory() {}

  /** All of it but our own parts. */
  public static List<Library> read(InputStream list) {
    return JsonMapper.shared()
        .readTree(list)
        .path("components")
        .valueStream()
        .filter(component -> !component.path("group").asString("").equals(OF_THE_HOUSE))
        .map(component ->
            new Library(
                component.path("group").asString("") + ":" + component.path("name").asString(""),
                component.path("version").asString("")))
        .toList();
  }
}
