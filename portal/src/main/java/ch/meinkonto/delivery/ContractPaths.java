package ch.meinkonto.delivery;

/** Addresses of the contract. */
final class ContractPaths {

  static final String BASE = "/contract/v1";
  static final String TOKEN = BASE + "/token";
  static final String REGISTRATIONS = BASE + "/registrations";
  static final String DOCUMENTS = BASE + "/{name:openapi|asyncapi}.yaml";
  static final String FILES = BASE + "/{folder:schemas|examples|conformance}";

  private ContractPaths() {}
}
