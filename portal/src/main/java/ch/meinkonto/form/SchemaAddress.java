package ch.meinkonto.form;

import ch.meinkonto.catalogue.ServiceId;

/** Where the schema of a service's answers is served. */
public final class SchemaAddress {

  private SchemaAddress() {}

  /** The path below the portal's address. */
  public static String path(ServiceId service, int version) {
    return "/schemas/" + service.value() + "/" + version + ".json";
  }
}
