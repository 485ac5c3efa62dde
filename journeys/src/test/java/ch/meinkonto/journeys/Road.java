package ch.meinkonto.journeys;

/** A service for each kind of channel, and its unit. */
enum Road {
  REST("schaden-melden", "tiefbauamt"),
  MAIL("betreibungsauszug", "stadtammann-und-betreibungsaemter"),
  AMQP("wasser-zaehlerstand", "wasserversorgung"),
  SFTP("anwohnerparkkarte", "dienstabteilung-verkehr"),
  SOAP("wohnsitzbestaetigung", "personenmeldeamt"),
  PULL("hund-anmelden", "steueramt"),
  PUSH("stimmrechtsausweis", "stadtkanzlei"),
  FOLDER("fundsache", "fundbuero"),
  WORKLIST("zivilstandsdokumente", "zivilstandsamt");

  private final String service;
  private final String unit;

  Road(String service, String unit) {
    this.service = service;
    this.unit = unit;
  }

  String service() {
    return service;
  }

  String unit() {
    return unit;
  }

  /** What goes wrong at the unit when this fault's turn has come; a clerk has no switches. */
  OfficeFault able(OfficeFault fault) {
    return switch (this) {
      case MAIL, AMQP, FOLDER -> fault == OfficeFault.REJECTING ? OfficeFault.SLOW : fault;
      case REST, SFTP, SOAP, PULL, PUSH -> fault;
      case WORKLIST -> OfficeFault.NONE;
    };
  }
}
